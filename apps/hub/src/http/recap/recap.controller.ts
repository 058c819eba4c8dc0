import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { daysIn, type Period } from '../../recap/period.ts';
import { RecapService } from '../../recap/recap.service.ts';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { By, type Caller, may } from '../access/caller.ts';
import { Needs, Problems, Secured } from '../access/secured.ts';
import { badField } from '../problems/problem.ts';
import { complaintsBehind } from './behind.queries.ts';
import { BehindQuery, CountedPage, RecapDto, RecapQuery } from './recap.dto.ts';

const MOST_DAYS = 3_660;

@ApiTags('Rekap')
@Secured()
@Controller('api/v1/recap')
export class RecapController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly recaps: RecapService,
  ) {}

  @Get()
  @Needs('recap.read')
  @ApiOperation({
    summary: 'Aduan satu periode dan apa jadinya, menurut saluran, OPD, pokok, kecamatan, kewenangan dan platform',
    description: 'Admin OPD dan admin kecamatan melihat aduan kantornya sendiri.',
  })
  @ApiOkResponse({ type: RecapDto })
  @Problems(400)
  show(@Query() { from, to }: RecapQuery, @By() { scope }: Caller): Promise<RecapDto> {
    return this.recaps.recap(checked({ from, to }), scope);
  }

  @Get('complaints')
  @Needs('recap.read')
  @ApiOperation({ summary: 'Aduan di balik satu angka rekap', description: 'Yang terakhir masuk lebih dulu.' })
  @ApiOkResponse({ type: CountedPage })
  @Problems(400)
  behind(@Query() query: BehindQuery, @By() by: Caller): Promise<CountedPage> {
    checked(query);
    return complaintsBehind(this.runtime.hub.pool, query, by.scope, may(by, 'complaints.read'));
  }
}

export function checked({ from, to }: Period): Period {
  if (to < from) throw badField('to', 'tidak boleh sebelum from: tukar kedua tanggalnya');
  if (daysIn({ from, to }) > MOST_DAYS)
    throw badField('to', `paling lama ${MOST_DAYS} hari sejak from: persempit periodenya`);
  return { from, to };
}
