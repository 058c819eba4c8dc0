import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { Problems, Secured } from '../access/secured.ts';
import { ComplaintPage, ComplaintView } from './complaint.dto.ts';
import { complaintByNumber, complaintPage } from './complaint.queries.ts';
import { ComplaintQuery } from './complaint.query.dto.ts';
import { Timeline } from './timeline.dto.ts';
import { timeline } from './timeline.queries.ts';

@ApiTags('Aduan')
@Secured()
@Controller('api/v1/complaints')
export class ComplaintsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @ApiOperation({ summary: 'Daftar aduan', description: 'Yang terakhir masuk lebih dulu. Tanpa identitas pelapor.' })
  @ApiOkResponse({ type: ComplaintPage })
  @Problems(400)
  list(@Query() query: ComplaintQuery): Promise<ComplaintPage> {
    return complaintPage(this.runtime.hub.pool, query);
  }

  @Get(':number')
  @ApiOperation({ summary: 'Satu aduan' })
  @ApiOkResponse({ type: ComplaintView })
  @Problems(404)
  async show(@Param('number') number: string): Promise<ComplaintView> {
    return complaintByNumber(this.runtime.hub.pool, number);
  }

  @Get(':number/timeline')
  @ApiOperation({ summary: 'Riwayat aduan: yang didengar dan yang dikirim, menurut waktu' })
  @ApiOkResponse({ type: Timeline })
  @Problems(404)
  async timeline(@Param('number') number: string): Promise<Timeline> {
    return { data: await timeline(this.runtime.hub.pool, number) };
  }
}
