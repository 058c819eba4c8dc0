import { Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { acknowledgeAlert, transaction } from '#store';
import type { Response } from 'express';
import { By, type Caller } from '../http/access/caller.ts';
import { Needs, Problems, Secured } from '../http/access/secured.ts';
import { note } from '../http/accounts/users.ts';
import { UUID } from '../http/paging/cursor.ts';
import { notFound } from '../http/problems/problem.ts';
import { traceIdOf } from '../http/trace.ts';
import { RUNTIME, type Runtime } from '../runtime.ts';
import { AcknowledgedAlert, AlertsPage, AlertsQuery } from './alert.dto.ts';
import { alertsPage } from './alerts.queries.ts';

@ApiTags('Peringatan')
@Secured()
@Controller('api/v1/alerts')
export class AlertsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Needs('alerts.read')
  @ApiOperation({
    summary: 'Peringatan: yang terbuka lebih dulu',
    description: 'Tiap peringatan menutup sendiri begitu penyebabnya hilang.',
  })
  @ApiOkResponse({ type: AlertsPage })
  @Problems(400)
  list(@Query() query: AlertsQuery): Promise<AlertsPage> {
    return alertsPage(this.runtime.hub.pool, query);
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  @Needs('alerts.manage')
  @ApiOperation({ summary: 'Menandai peringatan sudah dilihat', description: 'Tetap terbuka selama penyebabnya ada.' })
  @ApiOkResponse({ type: AcknowledgedAlert })
  @Problems(404)
  acknowledge(
    @Param('id') id: string,
    @By() { actor }: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AcknowledgedAlert> {
    return transaction(this.runtime.hub.pool, async (tx) => {
      const isOpen = UUID.test(id) && (await acknowledgeAlert(tx, id, actor));
      if (!isOpen) throw notFound('Peringatan terbuka itu');
      await note(tx, { actor, traceId: traceIdOf(response) }, 'alert_acknowledged', id);
      return { id };
    });
  }
}
