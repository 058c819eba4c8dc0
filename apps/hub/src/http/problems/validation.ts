import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
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
