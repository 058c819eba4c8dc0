import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { audit } from '#store';
import type { Request, Response } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { ProblemError } from '../problems/problem.ts';
import { traceIdOf } from '../trace.ts';
import { authenticate } from './authenticate.ts';
import { type Caller, may, remember } from './caller.ts';
import { hasCsrfToken } from './csrf.ts';
import type { Permission } from './permissions.ts';
import { ANYONE, NEEDS } from './secured.ts';

const PATH_CHARS = 200;

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
    if (!may(caller, needs)) await this.deny(caller, request, response, `Perlu izin ${needs ?? 'yang belum dinamai'}`);
    if (caller.person && !hasCsrfToken(request, caller.person.csrf)) {
      await this.deny(caller, request, response, 'Tanpa tanda X-CSRF-Token yang benar');
    }
    remember(request, caller);
    return true;
  }

  private async deny({ actor }: Caller, request: Request, response: Response, why: string): Promise<never> {
    const detail = `${why}: ${request.method} ${request.path.slice(0, PATH_CHARS)}`;
    const row = { hop: 'person', actor, outcome: 'denied', detail, traceId: traceIdOf(response) } as const;
    await audit(this.runtime.hub.pool, [row]);
    throw new ProblemError(403, { detail: `${why}.` });
  }
}
