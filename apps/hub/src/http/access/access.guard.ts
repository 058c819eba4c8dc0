import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { audit } from '#store';
import type { Request, Response } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { notFound, ProblemError } from '../problems/problem.ts';
import { traceIdOf } from '../trace.ts';
import { authenticate } from './authenticate.ts';
import { type Caller, may, remember } from './caller.ts';
import { hasCsrfToken } from './csrf.ts';
import type { Permission } from './permissions.ts';
import { isEverything, isOutside } from './scope.ts';
import { ANYONE, NEEDS } from './secured.ts';

const PATH_CHARS = 200;
/** A page that was opened in an earlier session: what it lacks is no permission. */
const OTHER_SESSION = {
  kind: 'other-session',
  hint: 'Mungkin Anda masuk lagi di tab lain: kirim sekali lagi, atau muat ulang halaman.',
};

/** Stands before every route: lets in who may do what the route needs, and writes down who tried and may not. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const needs = this.reflector.getAllAndOverride<Permission | typeof ANYONE | undefined>(NEEDS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (needs === ANYONE) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    const caller = await authenticate(this.runtime, request, traceIdOf(response));
    const ask = { caller, request, traceId: traceIdOf(response) };
    // First of all: what this session may not do, the one that the page was opened in perhaps may.
    if (caller.person && !hasCsrfToken(request, caller.person.csrf)) {
      throw await this.denial(ask, 'Tanpa tanda X-CSRF-Token yang benar', OTHER_SESSION);
    }
    if (!may(caller, needs)) throw await this.denial(ask, `Perlu izin ${needs ?? 'yang belum dinamai'}`);
    await this.keepToOffice(ask);
    remember(request, caller);
    return true;
  }

  /** To an office, other offices' complaints don't exist, whichever route names one. */
  private async keepToOffice(ask: Ask): Promise<void> {
    const { number } = ask.request.params;
    const { scope } = ask.caller;
    // PostgreSQL knows no NUL, and no number holds one.
    if (typeof number !== 'string' || number.includes('\0') || isEverything(scope)) return;
    if (!(await isOutside(this.runtime.hub.pool, number, scope))) return;
    await this.denial(ask, 'Aduan kantor lain');
    throw notFound('Aduan dengan nomor itu');
  }

  /** What the caller is told; that it asked is in the audit by then. */
  private async denial({ caller, request, traceId }: Ask, why: string, more: object = {}): Promise<ProblemError> {
    const detail = `${why}: ${request.method} ${request.path.slice(0, PATH_CHARS)}`;
    await audit(this.runtime.hub.pool, [{ hop: 'person', actor: caller.actor, outcome: 'denied', detail, traceId }]);
    return new ProblemError(403, { detail: `${why}.`, ...more });
  }
}

interface Ask {
  caller: Caller;
  request: Request;
  traceId: string;
}
