import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { By, type Caller, may } from '../access/caller.ts';
import { Needs, Problems, Secured } from '../access/secured.ts';
import { ProblemError } from '../problems/problem.ts';
import { traceIdOf } from '../trace.ts';
import { ComplaintDetail, ComplaintPage, ReporterAccess } from './complaint.dto.ts';
import { complaintByNumber, complaintPage } from './complaint.queries.ts';
import { reporterAccess } from './reporter-access.ts';
import { ComplaintQuery } from './complaint.query.dto.ts';
import { maskedReporter, unmaskedReporter } from './reporter.ts';
import { IdentityRequest, ReporterView } from './reporter.dto.ts';
import { Timeline } from './timeline.dto.ts';
import { timeline } from './timeline.queries.ts';

@ApiTags('Aduan')
@Secured()
@Controller('api/v1/complaints')
export class ComplaintsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Needs('complaints.read')
  @ApiOperation({ summary: 'Daftar aduan', description: 'Yang terakhir masuk lebih dulu. Tanpa identitas pelapor.' })
  @ApiOkResponse({ type: ComplaintPage })
  @Problems(400)
  list(@Query() query: ComplaintQuery, @By() by: Caller): Promise<ComplaintPage> {
    if (query.phone !== undefined && !may(by, 'complaints.phone')) {
      throw new ProblemError(403, { detail: 'Pencarian menurut nomor telepon tidak diizinkan.' });
    }
    return complaintPage(this.runtime.hub, query, by);
  }

  @Get(':number')
  @Needs('complaints.read')
  @ApiOperation({ summary: 'Satu aduan' })
  @ApiOkResponse({ type: ComplaintDetail })
  @Problems(404)
  async show(@Param('number') number: string, @By() by: Caller): Promise<ComplaintDetail> {
    const { pool, sealer } = this.runtime.hub;
    const complaint = await complaintByNumber(pool, number);
    return Object.assign(complaint, { reporter: await maskedReporter(pool, sealer, number, by) });
  }

  @Post(':number/identity')
  @HttpCode(200)
  @Needs('complaints.identity')
  @ApiOperation({ summary: 'Membuka identitas pelapor, dengan alasan', description: 'Tercatat di jejak audit.' })
  @ApiOkResponse({ type: ReporterView })
  @Problems(400, 404)
  identity(
    @Param('number') number: string,
    @Body() { reason }: IdentityRequest,
    @By() caller: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReporterView> {
    const { pool, sealer } = this.runtime.hub;
    response.set('cache-control', 'no-store');
    return unmaskedReporter(pool, sealer, { number, reason }, { caller, traceId: traceIdOf(response) });
  }

  @Post(':number/reporter-code')
  @HttpCode(200)
  @Needs('complaints.reporter_code')
  @ApiOperation({
    summary: 'Kode pelapor dan tautan lacak, untuk disampaikan kepada pelapor sendiri',
    description: 'Siapa yang tahu kodenya dapat bertindak sebagai pelapor; tiap pembukaan tercatat di jejak audit.',
  })
  @ApiOkResponse({ type: ReporterAccess })
  @Problems(404)
  async reporterCode(
    @Param('number') number: string,
    @By() { actor }: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReporterAccess> {
    response.setHeader('cache-control', 'no-store');
    return reporterAccess(this.runtime.hub, number, actor, traceIdOf(response));
  }

  @Get(':number/timeline')
  @Needs('complaints.read')
  @ApiOperation({ summary: 'Riwayat aduan: yang didengar dan yang dikirim, menurut waktu' })
  @ApiOkResponse({ type: Timeline })
  @Problems(404)
  timeline(@Param('number') number: string): Promise<Timeline> {
    return timeline(this.runtime.hub, number);
  }
}
