import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { By, type Caller } from '../access/caller.ts';
import { Needs, Problems, Secured } from '../access/secured.ts';
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
  @Needs('complaints.read')
  @ApiOperation({ summary: 'Daftar aduan', description: 'Yang terakhir masuk lebih dulu. Tanpa identitas pelapor.' })
  @ApiOkResponse({ type: ComplaintPage })
  @Problems(400)
  list(@Query() query: ComplaintQuery, @By() { scope }: Caller): Promise<ComplaintPage> {
    return complaintPage(this.runtime.hub.pool, query, scope);
  }

  @Get(':number')
  @Needs('complaints.read')
  @ApiOperation({ summary: 'Satu aduan' })
  @ApiOkResponse({ type: ComplaintView })
  @Problems(404)
  async show(@Param('number') number: string, @By() { scope }: Caller): Promise<ComplaintView> {
    return complaintByNumber(this.runtime.hub.pool, number, scope);
  }

  @Get(':number/timeline')
  @Needs('complaints.read')
  @ApiOperation({ summary: 'Riwayat aduan: yang didengar dan yang dikirim, menurut waktu' })
  @ApiOkResponse({ type: Timeline })
  @Problems(404)
  async timeline(@Param('number') number: string, @By() { scope }: Caller): Promise<Timeline> {
    return { data: await timeline(this.runtime.hub.pool, number, scope) };
  }
}
