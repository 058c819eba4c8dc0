import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { Needs, Problems, Secured } from '../access/secured.ts';
import { BIGINT } from '../paging/cursor.ts';
import { notFound } from '../problems/problem.ts';
import { AuditDetail, AuditExportQuery, AuditPage, AuditQuery } from './audit.dto.ts';
import { auditDetail, auditPage } from './audit.queries.ts';
import { exportAudit } from './export.ts';

@ApiTags('Jejak audit')
@Secured()
@Controller('api/v1/audit')
export class AuditController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Needs('audit.read')
  @ApiOperation({
    summary: 'Jejak audit',
    description: 'Satu baris tiap langkah dan tiap tindakan orang; terbaru lebih dulu.',
  })
  @ApiOkResponse({ type: AuditPage })
  @Problems(400)
  list(@Query() query: AuditQuery): Promise<AuditPage> {
    return auditPage(this.runtime.hub.pool, query);
  }

  @Get('export')
  @Needs('audit.export')
  @ApiOperation({ summary: 'Unduhan jejak audit', description: 'Semua baris yang cocok, terbaru lebih dulu.' })
  @ApiProduces('text/csv', 'application/x-ndjson')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Problems(400)
  async export(@Query() query: AuditExportQuery, @Res() response: Response): Promise<void> {
    await exportAudit(this.runtime.hub, query, response);
  }

  @Get(':id')
  @Needs('audit.read')
  @ApiOperation({ summary: 'Satu baris jejak audit, dan yang berbeda dari langkah sebelumnya' })
  @ApiOkResponse({ type: AuditDetail })
  @Problems(404)
  detail(@Param('id') id: string): Promise<AuditDetail> {
    if (!BIGINT.test(id)) throw notFound('Baris audit itu');
    return auditDetail(this.runtime.hub.pool, id);
  }
}
