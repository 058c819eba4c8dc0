import type { Response } from 'express';

export const TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8; header=present',
} as const;

/** A file to keep; what may change with every complaint is cached by nobody. */
export function send(response: Response, form: keyof typeof TYPES, bytes: Buffer, name: string): void {
  response.set({
    'content-type': TYPES[form],
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  });
  response.end(bytes);
}
