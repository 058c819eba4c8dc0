import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { reportFile, reports } from '#store';
import type { Response } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { Needs, Problems, Secured } from '../access/secured.ts';
import { notFound } from '../problems/problem.ts';
import { ReportView } from './reports.dto.ts';
import { send, TYPES } from './send.ts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const FORMS = ['pdf', 'xlsx'] as const;

/** The recaps that the hub makes by itself on the first of each month, of the whole regency. */
@ApiTags('Rekap')
@Secured()
@Controller('api/v1/reports')
export class ReportsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Needs('reports.read')
  @ApiOperation({ summary: 'Laporan bulanan yang sudah dibuat, terbaru lebih dulu' })
  @ApiOkResponse({ type: [ReportView] })
  list(): Promise<ReportView[]> {
    return reports(this.runtime.hub.pool);
  }

  @Get(':month/:form')
  @Needs('reports.read')
  @ApiOperation({ summary: 'Laporan satu bulan, sebagaimana dibuat waktu itu' })
  @ApiParam({ name: 'month', example: '2025-01' })
  @ApiParam({ name: 'form', enum: FORMS })
  @ApiProduces(TYPES.pdf, TYPES.xlsx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Problems(404)
  async file(@Param('month') month: string, @Param('form') asked: string, @Res() response: Response): Promise<void> {
    const form = FORMS.find((each) => each === asked);
    const bytes = form && MONTH.test(month) ? await reportFile(this.runtime.hub.pool, month, form) : undefined;
    if (!form || !bytes) throw notFound('Laporan bulan itu');
    send(response, form, bytes, `laporan-bulanan-${month}.${form}`);
  }
}
