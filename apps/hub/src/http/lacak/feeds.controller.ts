import { Controller, Get, Inject, Param, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Anyone } from '../access/secured.ts';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { badge } from './badge.ts';
import { atomFeed, jsonFeed, type Feed } from './feeds.ts';
import { LacakFilter } from './lacak.filter.ts';
import { publicComplaint } from './lacak.queries.ts';
import { Pages } from './pages.ts';
import { langOf, textsOf } from './texts.ts';

/** For other sites and for readers: what everybody may see, never more. A rahasia complaint has none of these. */
@ApiExcludeController()
@Anyone()
@UseFilters(LacakFilter)
@Controller('lacak')
export class FeedsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly pages: Pages,
  ) {}

  @Get(':token.json')
  json(@Param('token') token: string, @Query('lang') lang: unknown, @Res() response: Response): Promise<void> {
    return this.answer(response, token, lang, 'application/json; charset=utf-8', jsonFeed);
  }

  @Get(':token.atom')
  atom(@Param('token') token: string, @Query('lang') lang: unknown, @Res() response: Response): Promise<void> {
    return this.answer(response, token, lang, 'application/atom+xml; charset=utf-8', atomFeed);
  }

  @Get(':token/badge.svg')
  badge(@Param('token') token: string, @Query('lang') lang: unknown, @Res() response: Response): Promise<void> {
    return this.answer(response, token, lang, 'image/svg+xml', badge);
  }

  private async answer(
    response: Response,
    token: string,
    lang: unknown,
    type: string,
    write: (feed: Feed) => string,
  ): Promise<void> {
    const { pool, publicUrl } = this.runtime.hub;
    const complaint = await publicComplaint(pool, token, false);
    if (!complaint) return void response.status(404).set(HEADERS).end();
    const view = this.pages.view(textsOf(langOf(lang)));
    response.set({ ...HEADERS, 'content-type': type });
    response.end(write({ complaint, view, url: `${publicUrl}/lacak/${token}` }));
  }
}

/** Any site may show it; a minute later it is asked for again, so that what becomes rahasia is soon gone. */
const HEADERS = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'public, max-age=60',
  'x-robots-tag': 'noindex',
};
