import { timingSafeEqual } from 'node:crypto';
import { reporterCode } from '#sync';
import type { Sealer } from '#store';
import type { Request, Response } from 'express';

/** Long enough to write an answer; a phone is shared, so not much longer. */
const LASTS_MS = 12 * 3_600_000;
const COOKIE = 'pelapor';

export interface Reported {
  id: string;
  token: string;
}

/**
 * Who gave the reporter's code may act on that one complaint for a while. Nothing is stored: the cookie says until when,
 * and is signed over the complaint and its code.
 */
export class Sessions {
  constructor(
    private readonly sealer: Sealer,
    private readonly isSecure: boolean,
  ) {}

  begin(response: Response, complaint: Reported): void {
    const until = String(Date.now() + LASTS_MS);
    response.cookie(COOKIE, `${until}.${this.mark(complaint.id, until)}`, {
      ...this.attributes(complaint),
      maxAge: LASTS_MS,
    });
  }

  end(response: Response, complaint: Reported): void {
    response.clearCookie(COOKIE, this.attributes(complaint));
  }

  hasAny(request: Request): boolean {
    return cookieOf(request) !== undefined;
  }

  isReporter(request: Request, complaintId: string): boolean {
    const [until = '', mark = ''] = (cookieOf(request) ?? '').split('.');
    return Number(until) > Date.now() && same(mark, this.mark(complaintId, until));
  }

  /** What a form of this session carries, and another site can't know. */
  formMark(request: Request): string {
    return this.sealer.hash(`formulir pelapor:${cookieOf(request) ?? ''}`).toString('base64url');
  }

  isOwnForm(request: Request, mark: unknown): boolean {
    return typeof mark === 'string' && same(mark, this.formMark(request));
  }

  private mark(complaintId: string, until: string): string {
    const code = reporterCode(this.sealer, complaintId);
    return this.sealer.hash(`sesi pelapor:${complaintId}:${code}:${until}`).toString('base64url');
  }

  private attributes({ token }: Reported) {
    return { httpOnly: true, sameSite: 'lax', secure: this.isSecure, path: `/lacak/${token}` } as const;
  }
}

/** A page of another site may lead here, but may send nothing. Browsers that don't say are known by the form's mark. */
export const isFromElsewhere = ({ headers }: Request): boolean =>
  ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site']));

function cookieOf({ headers }: Request): string | undefined {
  const found = (headers.cookie ?? '').split(';').map((each) => each.trim().split('='));
  return found.find(([name]) => name === COOKIE)?.[1];
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
