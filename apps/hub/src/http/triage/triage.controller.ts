import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Location } from '#complaint';
import { ActRefused, triage, type TriageDecision } from '#sync';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { By, type Caller } from '../access/caller.ts';
import { Needs, Problems, Secured } from '../access/secured.ts';
import { UUID } from '../paging/cursor.ts';
import { badField, notFound, ProblemError } from '../problems/problem.ts';
import { exampleLines } from './examples.ts';
import { CorrectRequest, PlaceList, TriageDone, TriagePage, TriageQuery } from './triage.dto.ts';
import { placeOf, places, triagePage } from './triage.queries.ts';

/** What a channel's text could not say surely: a person says it. */
@ApiTags('Triase')
@Secured()
@Controller('api/v1/triage')
export class TriageController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Needs('triage.decide')
  @ApiOperation({ summary: 'Aduan yang pokoknya belum pasti', description: 'Yang paling lama menunggu lebih dulu.' })
  @ApiOkResponse({ type: TriagePage })
  @Problems(400)
  list(@Query() query: TriageQuery): Promise<TriagePage> {
    const { hub, knowledge } = this.runtime;
    return triagePage(hub.pool, knowledge, query);
  }

  @Get('areas')
  @Needs('triage.decide')
  @ApiOperation({ summary: 'Kecamatan, desa dan kelurahan dengan kodenya' })
  @ApiOkResponse({ type: PlaceList })
  areas(): PlaceList {
    return { data: places(this.runtime.knowledge) };
  }

  @Get('examples')
  @Needs('triage.decide')
  @ApiOperation({
    summary: 'Yang sudah diputuskan, sebagai contoh untuk aturan',
    description: 'JSON per baris. Tanpa aduan anonim atau rahasia; nomor telepon dalam teks disamarkan.',
  })
  @ApiProduces('application/x-ndjson')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  examples(): StreamableFile {
    const disposition = 'attachment; filename="contoh-triase.jsonl"';
    return new StreamableFile(Readable.from(exampleLines(this.runtime.hub.pool)), {
      type: 'application/x-ndjson; charset=utf-8',
      disposition,
    });
  }

  @Post(':id/accept')
  @HttpCode(200)
  @Needs('triage.decide')
  @ApiOperation({ summary: 'Menerima usulan', description: 'Aturan rute lalu menentukan ke mana aduan diteruskan.' })
  @ApiOkResponse({ type: TriageDone })
  @Problems(404, 409)
  accept(@Param('id') id: string, @By() by: Caller): Promise<TriageDone> {
    return this.decide(id, { accept: true, locate: (code) => this.locate(code) }, by);
  }

  @Post(':id/correct')
  @HttpCode(200)
  @Needs('triage.decide')
  @ApiOperation({ summary: 'Membetulkan usulan', description: 'Pembetulan disimpan sebagai contoh.' })
  @ApiOkResponse({ type: TriageDone })
  @Problems(400, 404, 409)
  correct(
    @Param('id') id: string,
    @Body() { category, area, ...request }: CorrectRequest,
    @By() by: Caller,
  ): Promise<TriageDone> {
    const kewenangan = request.kewenangan === 'unknown' ? null : request.kewenangan;
    const location = area === undefined ? null : this.locate(area);
    if (area !== undefined && !location) throw badField('area', 'tidak ada wilayah dengan kode ini');
    return this.decide(id, { accept: false, decided: { category, kewenangan, location } }, by);
  }

  private async decide(id: string, decision: TriageDecision, { actor }: Caller): Promise<TriageDone> {
    try {
      const done = UUID.test(id) ? await triage(this.runtime.hub, id, decision, actor) : null;
      if (!done) throw notFound('Usulan itu');
      return { complaint: done.number, targets: done.targets, trace_id: done.traceId };
    } catch (error) {
      if (error instanceof ActRefused) throw new ProblemError(409, { detail: error.message });
      throw error;
    }
  }

  private locate(code: string): Location | null {
    const place = placeOf(this.runtime.knowledge, code);
    return place && { areaCode: place.code, kecamatan: place.kecamatan, desa: place.desa ?? undefined };
  }
}
