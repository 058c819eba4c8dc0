import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { areasIn } from '../../recap/labels.ts';
import { RecapService } from '../../recap/recap.service.ts';
import { csvOf } from '../../recap-files/csv.ts';
import { pdfOf } from '../../recap-files/pdf/index.ts';
import { REGENCY, tableOf } from '../../recap-files/tables.ts';
import { fileName } from '../../recap-files/words.ts';
import { xlsxOf } from '../../recap-files/xlsx.ts';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { By, type Caller } from '../access/caller.ts';
import { isEverything, type Scope } from '../access/scope.ts';
import { Needs, Problems, Secured } from '../access/secured.ts';
import { checked } from './recap.controller.ts';
import { RecapQuery, RecapTableQuery } from './recap.dto.ts';
import { send, TYPES } from './send.ts';

/** The recap as a file, of the same complaints that the asking person sees on the page. */
@ApiTags('Rekap')
@Secured()
@Controller('api/v1')
export class RecapFilesController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly recaps: RecapService,
  ) {}

  @Get('recap.pdf')
  @Needs('recap.read')
  @ApiOperation({ summary: 'Rekap untuk rapat, dengan diagram dan peta petak' })
  @ApiProduces(TYPES.pdf)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Problems(400)
  async pdf(@Query() period: RecapQuery, @By() { scope }: Caller, @Res() response: Response): Promise<void> {
    const recap = await this.recaps.recap(checked(period), scope);
    send(response, 'pdf', await pdfOf(recap, new Date(), this.#whose(scope)), fileName(period, 'pdf'));
  }

  @Get('recap.xlsx')
  @Needs('recap.read')
  @ApiOperation({ summary: 'Rekap sebagai buku kerja: satu lembar tiap tabel' })
  @ApiProduces(TYPES.xlsx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Problems(400)
  async xlsx(@Query() period: RecapQuery, @By() { scope }: Caller, @Res() response: Response): Promise<void> {
    const recap = await this.recaps.recap(checked(period), scope);
    send(response, 'xlsx', await xlsxOf(recap, this.#whose(scope)), fileName(period, 'xlsx'));
  }

  @Get('recap.csv')
  @Needs('recap.read')
  @ApiOperation({ summary: 'Satu tabel rekap', description: 'Persen sebagai pecahan, waktu dalam jam atau hari.' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Problems(400)
  async csv(@Query() query: RecapTableQuery, @By() { scope }: Caller, @Res() response: Response): Promise<void> {
    const recap = await this.recaps.recap(checked(query), scope);
    const of = isEverything(scope) ? undefined : this.#whose(scope);
    const csv = Buffer.from(csvOf(tableOf(recap, query.table), of));
    send(response, 'csv', csv, fileName(query, `${query.table}.csv`));
  }

  /** An office's own figures must not pass for the regency's. */
  #whose({ opd, kecamatan }: Scope): string {
    if (opd !== undefined) return `${opd}, ${REGENCY}`;
    if (kecamatan === undefined) return REGENCY;
    return `Kecamatan ${areasIn(this.runtime.env.HUB_CONFIG_DIR).get(kecamatan) ?? kecamatan}, ${REGENCY}`;
  }
}
