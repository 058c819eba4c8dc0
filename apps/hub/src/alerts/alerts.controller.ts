import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs, Problems, Secured } from '../http/access/secured.ts';
import { RUNTIME, type Runtime } from '../runtime.ts';
import { AlertsPage, AlertsQuery } from './alert.dto.ts';
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
}
