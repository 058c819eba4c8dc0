import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Done, preview, retryAll, retryDelivery, retryMessage, skipDelivery, skipMessage } from '#sync';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { By, type Caller } from '../access/caller.ts';
import { Needs, Problems, Secured } from '../access/secured.ts';
import { notFound, ProblemError } from '../problems/problem.ts';
import { ParkedGroups, PreviewShown, RetriedAll, RetryRequest } from './many.dto.ts';
import { ParkedDetail, ParkedDone, ParkedPage, ParkedQuery, SkipRequest } from './parked.dto.ts';
import { parkedGroups } from './parked-groups.queries.ts';
import { readId } from './parked-id.ts';
import { parkedDetail } from './parked-detail.queries.ts';
import { parkedPage } from './parked.queries.ts';

@ApiTags('Menunggu keputusan')
@Secured()
@Controller('api/v1/parked')
export class ParkedController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Needs('parked.read')
  @ApiOperation({ summary: 'Kiriman dan pesan yang menunggu keputusan orang', description: 'Yang terbaru lebih dulu.' })
  @ApiOkResponse({ type: ParkedPage })
  @Problems(400)
  list(@Query() query: ParkedQuery): Promise<ParkedPage> {
    return parkedPage(this.runtime.hub.pool, query);
  }

  @Get('groups')
  @Needs('parked.read')
  @ApiOperation({ summary: 'Yang menunggu, dikelompokkan menurut koneksi dan alasan', description: 'Terbanyak dulu.' })
  @ApiOkResponse({ type: ParkedGroups })
  async groups(): Promise<ParkedGroups> {
    return { data: await parkedGroups(this.runtime.hub.pool) };
  }

  @Post('retry')
  @HttpCode(200)
  @Needs('parked.retry')
  @ApiOperation({
    summary: 'Mencoba lagi semua yang cocok, yang tertua lebih dulu',
    description: 'Yang tidak pasti (uncertain) tidak ikut: itu diputuskan satu per satu, setelah diperiksa.',
  })
  @ApiOkResponse({ type: RetriedAll })
  @Problems(400)
  async retryAll(@Body() filter: RetryRequest, @By() by: Caller): Promise<RetriedAll> {
    return { count: await retryAll(this.runtime.hub, filter, by.actor) };
  }

  @Get(':id')
  @Needs('parked.read')
  @ApiOperation({ summary: 'Rincian satu yang menunggu' })
  @ApiOkResponse({ type: ParkedDetail })
  @Problems(404)
  async show(@Param('id') id: string): Promise<ParkedDetail> {
    return parkedDetail(this.runtime.hub, readId(id));
  }

  @Get(':id/preview')
  @Needs('parked.read')
  @ApiOperation({
    summary: 'Permintaan yang akan dikirim bila dicoba lagi',
    description: 'Tidak ada yang dikirim. Rahasia dan data warga disamarkan.',
  })
  @ApiOkResponse({ type: PreviewShown })
  @Problems(404)
  async preview(@Param('id') id: string): Promise<PreviewShown> {
    const { type, key } = readId(id);
    const seen = type === 'delivery' ? await preview(this.runtime.hub, key) : null;
    if (!seen) throw notFound('Kiriman yang menunggu dengan nomor itu');
    return seen;
  }

  @Post(':id/retry')
  @HttpCode(200)
  @Needs('parked.retry')
  @ApiOperation({ summary: 'Mencoba lagi', description: 'Yang tertahan di belakangnya menyusul menurut urutan.' })
  @ApiOkResponse({ type: ParkedDone })
  @Problems(404, 409)
  async retry(@Param('id') id: string, @By() by: Caller): Promise<ParkedDone> {
    const { type, key } = readId(id);
    const act = type === 'delivery' ? retryDelivery : retryMessage;
    check(await act(this.runtime.hub, key, by.actor));
    return { id, outcome: 'retry' };
  }

  @Post(':id/skip')
  @HttpCode(200)
  @Needs('parked.skip')
  @ApiOperation({ summary: 'Melewati untuk seterusnya, dengan alasan' })
  @ApiOkResponse({ type: ParkedDone })
  @Problems(400, 404, 409)
  async skip(@Param('id') id: string, @Body() { reason }: SkipRequest, @By() by: Caller): Promise<ParkedDone> {
    const { type, key } = readId(id);
    const act = type === 'delivery' ? skipDelivery : skipMessage;
    check(await act(this.runtime.hub, key, reason, by.actor));
    return { id, outcome: 'skipped' };
  }
}

function check(done: Done): void {
  if (done === 'not_found') throw notFound('Kiriman atau pesan itu');
  if (done === 'not_waiting') throw new ProblemError(409, { detail: 'Sudah tidak menunggu keputusan.' });
}
