import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isReporterCode } from '#sync';
import type { Request, Response } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { Anyone } from '../access/secured.ts';
import { noteFault, toProblem } from '../problems/problem.filter.ts';
import { RETRY_AFTER_S } from '../problems/problem.ts';
import { awayPage, noPage } from './frame.ts';
import { idByToken, publicComplaint, tokenByNumber } from './lacak.queries.ts';
import { HourlyLimit } from './limits.ts';
import { Live } from './live.ts';
import { complaintPage, news } from './page.ts';
import { SCRIPT } from './script.ts';
import { searchPage, type Searched } from './search-page.ts';
import { isFromElsewhere, Sessions } from './session.ts';
import { CONTENT_POLICY, ICON } from './style.ts';
import { inLang, langOf, type Texts, textsOf } from './texts.ts';
import type { View } from './view.ts';

const FOR_GOOD = 'public, max-age=31536000, immutable';
const CODE_TRIES_PER_HOUR = 10;

/** A complaint as everybody who has its link may see it, and as its reporter may with the code. */
@ApiExcludeController()
@Anyone()
@Controller('lacak')
export class LacakController {
  private readonly sessions: Sessions;
  private readonly tries: HourlyLimit;

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly live: Live,
  ) {
    const { hub } = runtime;
    this.sessions = new Sessions(hub.sealer, hub.publicUrl.startsWith('https:'));
    this.tries = new HourlyLimit(hub.pool, 'lacak', CODE_TRIES_PER_HOUR);
  }

  @Get()
  search(@Query('lang') lang: unknown, @Res() response: Response): void {
    asPage(response).end(searchPage(textsOf(langOf(lang)), { number: '', error: null }));
  }

  /** With the code the reporter is known for a while, and sees what everybody with the link sees and more. */
  @Post()
  async find(
    @Body() body: Record<string, unknown> | undefined,
    @Query('lang') lang: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const texts = textsOf(langOf(lang));
    const number = String(body?.['nomor'] ?? '')
      .trim()
      .toUpperCase()
      .slice(0, 40);
    const refuse = (status: number, error: Searched['error']) =>
      void asPage(response).status(status).end(searchPage(texts, { number, error }));
    await this.orAway(texts, request, response, async () => {
      if (isFromElsewhere(request)) return refuse(403, 'elsewhere');
      if (!(await this.tries.admit(number))) return refuse(429, 'tooMany');
      const { pool, sealer } = this.runtime.hub;
      const found = await tokenByNumber(pool, number);
      if (!found || !isReporterCode(sealer, found.id, String(body?.['kode'] ?? ''))) return refuse(422, 'wrong');
      await this.tries.forget(number);
      this.sessions.begin(response, found);
      response.redirect(303, inLang(`/lacak/${found.token}`, texts));
    });
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
    @Query('lang') lang: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const view = this.viewIn(textsOf(langOf(lang)));
    await this.orAway(view.texts, request, response, async () => {
      const { pool, publicUrl } = this.runtime.hub;
      const complaint = await publicComplaint(pool, token, await this.isReporter(request, token));
      if (!complaint) return void asPage(response).status(404).end(noPage(view.texts));
      asPage(response).end(complaintPage(complaint, view, token, publicUrl));
    });
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
    const view = this.viewIn(textsOf(langOf(query['lang'])));
    const render = async () => {
      const complaint = await publicComplaint(pool, token, isReporter);
      if (!complaint) return undefined;
      const { version, markup } = news(complaint, view);
      return { version, html: markup.text };
    };
    const complaintId = await idByToken(pool, token);
    if (complaintId === undefined) return void response.status(404).end();
    if (this.live.isFull) return void response.status(503).set('retry-after', String(RETRY_AFTER_S)).end();
    const seen = String(request.headers['last-event-id'] ?? query['seen'] ?? '');
    const kind = `${view.texts.lang} ${isReporter}`;
    const isWatching = await this.live.watch({ complaintId, kind, render, seen, response });
    if (!isWatching) response.status(404).end();
  }

  private viewIn(texts: Texts): View {
    const { instances } = this.runtime.hub;
    return { texts, titleOf: (name) => instances.get(name)?.title ?? name };
  }

  private async isReporter(request: Request, token: string): Promise<boolean> {
    if (!this.sessions.hasAny(request)) return false;
    const id = await idByToken(this.runtime.hub.pool, token);
    return id !== undefined && this.sessions.isReporter(request, id);
  }

  /** A page that can't be made now says so as a page. */
  private async orAway(texts: Texts, request: Request, response: Response, make: () => Promise<void>): Promise<void> {
    try {
      await make();
    } catch (error) {
      noteFault(this.runtime.hub.log, error, request, response);
      const { status } = toProblem(error);
      if (status === 503) response.set('retry-after', String(RETRY_AFTER_S));
      asPage(response).status(status).end(awayPage(texts));
    }
  }
}

const asPage = (response: Response): Response =>
  response.set({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': CONTENT_POLICY,
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
  });
