import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { noteFault, toProblem } from '../problems/problem.filter.ts';
import { RETRY_AFTER_S } from '../problems/problem.ts';
import { awayPage, elsewherePage, noPage } from './frame.ts';
import { asPage } from './pages.ts';
import { inLang, langOf, textsOf } from './texts.ts';

/** What goes wrong on a citizen's page is said as a page: never as JSON, and nothing that is inside. */
@Catch()
export class LacakFilter implements ExceptionFilter<unknown> {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const texts = textsOf(langOf(request.query['lang']));
    const { status } = toProblem(error);
    if (status >= 500) noteFault(this.runtime.hub.log, error, request, response);
    if (response.headersSent) return void response.destroy();
    const token = request.path.split('/')[2] ?? '';
    // The session is over, or the file too large: the page itself says what can be done, and keeps the way back.
    if (status === 401) return response.redirect(303, `${inLang(`/lacak/${token}`, texts)}#pelapor`);
    if (status === 413)
      return response.redirect(303, `/lacak/${token}?${texts.lang === 'en' ? 'lang=en&' : ''}galat=large#pelapor`);
    if (status === 503) response.set('retry-after', String(RETRY_AFTER_S));
    const isGone = status === 404 || status === 400;
    asPage(response)
      .status(status)
      .end(status >= 500 ? awayPage(texts) : isGone ? noPage(texts) : elsewherePage(texts));
  }
}
