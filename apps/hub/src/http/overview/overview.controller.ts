import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { Needs, Problems, Secured } from '../access/secured.ts';
import { Overview, OverviewQuery } from './overview.dto.ts';
import { overview } from './overview.queries.ts';

@ApiTags('Langsung')
@Secured()
@Controller('api/v1/overview')
export class OverviewController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Needs('figures.read')
  @ApiOperation({ summary: 'Arus antar platform, yang memerlukan orang, dan angka menurut waktu' })
  @ApiOkResponse({ type: Overview })
  @Problems(400)
  show(@Query() { hours }: OverviewQuery): Promise<Overview> {
    return overview(this.runtime.hub, hours);
  }
}
