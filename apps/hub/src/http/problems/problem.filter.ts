import { types } from 'node:util';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Log } from '#sync';
import type { Request, Response } from 'express';
import { traceIdOf } from '../trace.ts';
import { isDatabaseAway } from './database-away.ts';
import { ProblemError, problemOf, RETRY_AFTER_S, statusNear } from './problem.ts';

/** Every error of the API as an RFC 9457 problem; what really happened inside is logged only. */
@Catch()
export class ProblemFilter implements ExceptionFilter<unknown> {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = toProblem(error);
    if (problem.status >= 500) noteFault(this.log, error, request, response);
    if (response.headersSent) return void response.destroy();
    answer(request, response, problem);
  }
}

export function noteFault(log: Log, error: unknown, { method, path }: Request, response: Response): void {
  const { message, stack } = types.isNativeError(error) ? error : new Error(String(error));
  const fields = { 'error.message': message, method, path: withoutToken(path), trace_id: traceIdOf(response) };
  const passes = error instanceof ProblemError || isDatabaseAway(error);
  if (passes) log.warn(fields, 'http.unavailable');
  else log.error({ ...fields, 'error.stack': stack }, 'http.failed');
}

/** Whoever has the token sees the complaint, or sets the password: it stays out of the logs. */
const withoutToken = (path: string): string => path.replace(/^\/(lacak|lampiran|api\/v1\/invitations)\/.*/, '/$1/...');

export function answer(request: Request, response: Response, problem: ProblemError): void {
  const { status, details } = problem;
  const body = Buffer.from(JSON.stringify(problemOf(problem, request.path, traceIdOf(response))));
  if (status === 401 && request.path.startsWith('/api/'))
    response.setHeader('www-authenticate', 'Bearer realm="simpul-aduan"');
  const wait = details.retryAfterS ?? (status === 503 ? RETRY_AFTER_S : undefined);
  if (wait !== undefined) response.setHeader('retry-after', wait);
  response.setHeader('cache-control', 'no-store');
  response.writeHead(status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': body.length,
  });
  response.end(body);
}

export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isDatabaseAway(error)) return new ProblemError(503, { detail: 'Basis data tidak dapat dihubungi.' });
  if (error instanceof SyntaxError && 'body' in error)
    return new ProblemError(400, { detail: 'Isi bukan JSON yang sah.' });
  if (error instanceof HttpException) {
    const isJson = error.getStatus() === 400 && error.message.includes('JSON');
    return new ProblemError(statusNear(error.getStatus()), isJson ? { detail: 'Isi bukan JSON yang sah.' } : {});
  }
  // What the body parser throws is no HttpException, but says which status it means.
  const status = types.isNativeError(error) && 'status' in error && 'expose' in error ? Number(error.status) : 500;
  return new ProblemError(statusNear(status));
}
