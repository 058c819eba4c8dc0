import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { NextFunction, Request, Response } from 'express';
import { type FieldError, ProblemError } from './problem.ts';

/** Unknown fields are refused rather than ignored: a mistyped filter must not answer with everything. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (faults) => new ProblemError(400, { errors: faults.flatMap((fault) => errorsOf(fault)) }),
  });

function errorsOf({ property, constraints, children }: ValidationError): FieldError[] {
  const own = Object.entries(constraints ?? {}).map(([rule, message]) => ({
    field: property,
    message: rule === 'whitelistValidation' ? 'tidak dikenal di sini' : message,
  }));
  return [...own, ...(children ?? []).flatMap((child) => errorsOf(child))];
}

/** No platform's message, which a dry run is given, may be as deep. */
const DEEPEST = 128;

/** What would be a fault of ours further in: PostgreSQL knows no NUL, and a deep enough nest is walked by nobody. */
export function refuseUnfit({ path, body }: Request, _response: Response, next: NextFunction): void {
  const fields = path.startsWith('/api/') ? Object.entries(Object(body) as object) : [];
  const errors = fields.flatMap(([field, value]) => (isFit(value) ? [] : [{ field, message: UNFIT }]));
  next(errors.length > 0 ? new ProblemError(400, { errors }) : undefined);
}

const UNFIT = 'berisi tanda yang tidak sah, atau bersarang terlalu dalam';

function isFit(value: unknown, depth = 1): boolean {
  if (typeof value === 'string') return !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return depth < DEEPEST && Object.values(value).every((each) => isFit(each, depth + 1));
}
