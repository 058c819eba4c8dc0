import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isReporterCode } from '#sync';
import type { Request, Response } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { Anyone } from '../access/secured.ts';
import { RETRY_AFTER_S } from '../problems/problem.ts';
import { LacakFilter } from './lacak.filter.ts';
import { idByToken, publicComplaint, tokenByNumber } from './lacak.queries.ts';
import { HourlyLimit } from './limits.ts';
import { Live } from './live.ts';
import { news } from './page.ts';
import { asPage, Pages } from './pages.ts';
import { fieldOf } from './reading-form.ts';
import { EMPTY, FORM_ERRORS } from './reporter-form.ts';
import { OwnFormGuard } from './reporter.guard.ts';
import { SCRIPT } from './script.ts';
import { searchPage, type Searched } from './search-page.ts';
import { ICON } from './style.ts';
import { inLang, langOf, textsOf } from './texts.ts';

const FOR_GOOD = 'public, max-age=31536000, immutable';
const TRIES_PER_HOUR = 10;
const MAX_NUMBER = 40;

/** A complaint as everybody who has its link may see it, and as its reporter may with the code. */
@ApiExcludeController()
@Anyone()
@UseFilters(LacakFilter)
@Controller('lacak')
export class LacakController {
  private readonly tries: HourlyLimit;

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly live: Live,
    private readonly pages: Pages,
  ) {
    this.tries = new HourlyLimit(runtime.hub.pool, 'lacak', TRIES_PER_HOUR);
  }

  @Get()
  search(@Query('lang') lang: unknown, @Res() response: Response): void {
    asPage(response).end(searchPage(textsOf(langOf(lang)), { number: '', error: null }));
  }

  /** With the code the reporter is known for a while, and sees what everybody with the link sees and more. */
  @Post()
  @UseGuards(OwnFormGuard)
  async find(
    @Body() body: Record<string, unknown> | undefined,
    @Query('lang') lang: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const texts = textsOf(langOf(lang));
    const number = fieldOf(body, 'nomor').toUpperCase().slice(0, MAX_NUMBER);
    const refuse = (status: number, error: Searched['error']) =>
      void asPage(response).status(status).end(searchPage(texts, { number, error }));
    if (!(await this.tries.admit(number))) return refuse(429, 'tooMany');
    const { pool, sealer } = this.runtime.hub;
    const found = await tokenByNumber(pool, number);
    if (!found || !isReporterCode(sealer, found.id, fieldOf(body, 'kode'))) return refuse(422, 'wrong');
    await this.tries.forget(number);
    this.pages.sessions.begin(response, found);
    response.redirect(303, inLang(`/lacak/${found.token}`, texts));
  }

  @Get('lacak.js')
  script(@Res() response: Response): void {
    response.set({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': FOR_GOOD }).end(SCRIPT);
  }

  @Get('ikon.svg')
  icon(@Res() response: Response): void {
    response.set({ 'content-type': 'image/svg+xml', 'cache-control': FOR_GOOD }).end(ICON);
  }

  @Get(':token')
  async show(
    @Param('token') token: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const texts = textsOf(langOf(query['lang']));
    const isReporter = await this.isReporter(request, token);
    const complaint = await publicComplaint(this.runtime.hub.pool, token, isReporter);
    if (!complaint) return this.pages.missing(response, texts);
    const error = FORM_ERRORS.find((each) => each === query['galat']) ?? null;
    const isSent = query['terkirim'] !== undefined;
    const reporters = { request, isSent, filled: { ...EMPTY, error } };
    this.pages.show(response, texts, token, complaint, isReporter ? reporters : {});
  }

  /** What is new of the complaint, as it happens: server-sent events. */
  @Get(':token/events')
  async follow(
    @Param('token') token: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { pool } = this.runtime.hub;
    const isReporter = await this.isReporter(request, token);
    const view = this.pages.view(textsOf(langOf(query['lang'])));
    const render = async () => {
      const complaint = await publicComplaint(pool, token, isReporter);
      if (!complaint) return undefined;
      const { version, markup } = news(complaint, view);
      return { version, html: markup.text };
    };
    const complaintId = await idByToken(pool, token);
    if (complaintId === undefined) return void response.status(404).end();
    if (this.live.isFull) return void response.status(503).set('retry-after', String(RETRY_AFTER_S)).end();
    const seen = request.headers['last-event-id']?.toString() ?? fieldOf(query, 'seen');
    const kind = `${view.texts.lang} ${isReporter}`;
    const isWatching = await this.live.watch({ complaintId, kind, render, seen, response });
    if (!isWatching) response.status(404).end();
  }

  private async isReporter(request: Request, token: string): Promise<boolean> {
    if (!this.pages.sessions.hasAny(request)) return false;
    const id = await idByToken(this.runtime.hub.pool, token);
    return id !== undefined && this.pages.sessions.isReporter(request, id);
  }
}
