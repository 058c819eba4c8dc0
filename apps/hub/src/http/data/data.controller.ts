import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Anyone } from '../access/secured.ts';
import { asPage } from '../lacak/pages.ts';
import { langOf } from '../lacak/texts.ts';
import { OpenData } from './data.service.ts';
import { dataPage } from './page.ts';

const AN_HOUR = 'public, max-age=3600';

/** Open data: what came in each month and what became of it, for everybody, without a key. */
@ApiExcludeController()
@Anyone()
@Controller('data')
export class DataController {
  constructor(private readonly data: OpenData) {}

  @Get()
  async index(@Query('lang') lang: unknown, @Res() response: Response): Promise<void> {
    const { rows } = await this.data.current();
    asPage(response).set('cache-control', AN_HOUR).removeHeader('x-robots-tag');
    response.end(dataPage(langOf(lang), rows));
  }

  @Get('aduan-bulanan.csv')
  async csv(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { csv, etag } = await this.data.current();
    answer(request, response, { body: csv, type: 'text/csv; charset=utf-8; header=present', etag: `"${etag}-csv"` });
  }

  @Get('aduan-bulanan.json')
  async json(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { json, etag } = await this.data.current();
    answer(request, response, { body: json, type: 'application/json; charset=utf-8', etag: `"${etag}-json"` });
  }
}

/** Other sites may read it: nothing here is anybody's. */
function answer(
  request: Request,
  response: Response,
  { body, type, etag }: Record<'body' | 'type' | 'etag', string>,
): void {
  response.set({
    'content-type': type,
    'cache-control': AN_HOUR,
    etag,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });
  if (request.fresh) response.status(304).end();
  else response.end(body);
}
