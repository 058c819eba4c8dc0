import { types } from 'node:util';
import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { accountByEmail, audit } from '#store';
import type { CookieOptions, Request, Response } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { cookieOf } from '../access/cookie.ts';
import { Anyone } from '../access/secured.ts';
import { ProblemError } from '../problems/problem.ts';
import { traceIdOf } from '../trace.ts';
import { addressOf, LogInService } from './log-in.ts';
import { OidcService, PENDING_MS } from './oidc.ts';
import { wantedPage } from './wanted-page.ts';

const COOKIE = 'oidc';

/** Pages that a browser walks through, not addresses of the API: what goes wrong is shown where one logs in. */
@ApiExcludeController()
@Anyone()
@Controller('api/v1/oidc')
export class OidcController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly oidc: OidcService,
    private readonly logIns: LogInService,
  ) {}

  @Get('start')
  async start(@Query('ke') to: unknown, @Res() response: Response): Promise<void> {
    const { url, pending } = await this.oidc.start(wantedPage(to));
    response.cookie(COOKIE, pending, { ...this.cookie(), maxAge: PENDING_MS });
    response.set('cache-control', 'no-store').redirect(303, url);
  }

  /** Only who has an account here is let in: the provider proves an e-mail, it opens no accounts. */
  @Get('callback')
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { publicUrl, pool, log } = this.runtime.hub;
    response.clearCookie(COOKIE, this.cookie());
    response.set('cache-control', 'no-store');
    const goTo = (path: string) => response.redirect(303, publicUrl + path);
    let verified: { email: string | null; to: string };
    try {
      const query = request.originalUrl.slice(request.path.length);
      verified = await this.oidc.verified(query, cookieOf(request, COOKIE));
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      const message = types.isNativeError(error) ? error.message : String(error);
      log.warn({ 'error.message': message, trace_id: traceIdOf(response) }, 'oidc.refused');
      return goTo('/masuk?galat=oidc');
    }
    const { email, to } = verified;
    const account = email === null ? undefined : await accountByEmail(pool, email);
    if (!account || account.disabled) {
      const actor = account?.email ?? 'tidak-dikenal';
      const detail = email === null ? 'OIDC: surel belum dipastikan penyedia' : 'OIDC: tidak ada akun yang aktif';
      await audit(pool, [{ hop: 'person', actor, outcome: 'login_failed', detail, traceId: traceIdOf(response) }]);
      return goTo('/masuk?galat=akun');
    }
    await this.logIns.begin(account, `Masuk lewat OIDC dari ${addressOf(request)}`, request, response);
    goTo(to);
  }

  /** Lax: the browser comes back from another site. */
  private cookie(): CookieOptions {
    const secure = this.runtime.hub.publicUrl.startsWith('https:');
    return { httpOnly: true, sameSite: 'lax', path: '/api/v1/oidc', secure };
  }
}
