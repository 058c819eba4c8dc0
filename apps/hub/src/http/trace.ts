import { newTraceId } from '#sync';
import type { NextFunction, Request, Response } from 'express';

const TRACE_HEADER = 'x-trace-id';
const TRACEPARENT = /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}/;

/** Gives each request the id that its answer, its log lines and its audit rows share: the caller's own if it has one. */
export function trace(request: Request, response: Response, next: NextFunction): void {
  const given = TRACEPARENT.exec(request.headers.traceparent?.toString() ?? '')?.[1];
  response.setHeader(TRACE_HEADER, given ?? newTraceId());
  next();
}

export const traceIdOf = (response: Response): string => String(response.getHeader(TRACE_HEADER) ?? '-');
