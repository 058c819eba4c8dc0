import type { IncomingMessage } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { Runtime } from '../runtime.ts';
import { serveConsole } from './console/console.ts';
import { serveOpenApi } from './openapi.ts';
import { ProblemFilter } from './problems/problem.filter.ts';
import { refuseUnfit, validation } from './problems/validation.ts';
import { trace } from './trace.ts';

const JSON_LIMIT = '256kb';
/** A platform's own document may be long. */
const DOCUMENT_LIMIT = '5mb';
const FORM_LIMIT = '64kb';
/** A request that takes longer to arrive is given up, so that slow senders can't take all the connections. */
const REQUEST_WITHIN_MS = 30_000;

/** What stands before the controllers. Webhooks pass through the trace id alone: they are many, and read raw. */
export function setUpHttp(app: NestExpressApplication, runtime: Runtime): void {
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', runtime.env.HUB_TRUSTED_PROXIES);
  app.getHttpServer().requestTimeout = REQUEST_WITHIN_MS;
  app.use(trace);
  app.use(exceptWebhooks(protect));
  serveConsole(app);
  app.useBodyParser('json', { limit: DOCUMENT_LIMIT, type: isDocument });
  app.useBodyParser('json', { limit: JSON_LIMIT, type: isApiJson });
  app.useBodyParser('urlencoded', { limit: FORM_LIMIT, extended: false, type: isForm });
  app.use(refuseUnfit);
  app.useGlobalPipes(validation());
  app.useGlobalFilters(new ProblemFilter(runtime.hub.log));
  serveOpenApi(app);
}

type Handler = (request: Request, response: Response, next: NextFunction) => void;

const exceptWebhooks =
  (handler: Handler): Handler =>
  (request, response, next) =>
    request.path.startsWith('/webhooks/') ? next() : handler(request, response, next);

/** The API's pages draw with styles of their own; everything else needs nothing at all. */
const strict = helmet({
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: [`'none'`], frameAncestors: [`'none'`] } },
  referrerPolicy: { policy: 'no-referrer' },
});
const docs = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: [`'none'`],
      scriptSrc: [`'self'`],
      styleSrc: [`'self'`, `'unsafe-inline'`],
      imgSrc: [`'self'`, 'data:'],
      connectSrc: [`'self'`],
      baseUri: [`'none'`],
      formAction: [`'none'`],
      frameAncestors: [`'none'`],
    },
  },
  referrerPolicy: { policy: 'no-referrer' },
});
const protect: Handler = (request, response, next) =>
  (request.path.startsWith('/api/docs') ? docs : strict)(request, response, next);

const isApiJson = (request: IncomingMessage): boolean =>
  (request.url ?? '').startsWith('/api/') &&
  /^application\/([\w.+-]+\+)?json\b/i.test(request.headers['content-type'] ?? '');

const isDocument = (request: IncomingMessage): boolean =>
  isApiJson(request) && (request.url ?? '').endsWith('/profile/openapi');

/** Forms are the citizen's pages alone. */
const isForm = (request: IncomingMessage): boolean =>
  (request.url ?? '').startsWith('/lacak') &&
  /^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '');
