import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { ProblemError } from '../problems/problem.ts';
import { idByToken } from './lacak.queries.ts';
import { Pages } from './pages.ts';
import { isFromElsewhere, type Reported } from './session.ts';

export interface Reporting extends Request {
  reported: Reported;
}

/** A page of another site may lead here, but may send nothing. */
@Injectable()
export class OwnFormGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (isFromElsewhere(context.switchToHttp().getRequest<Request>())) throw new ProblemError(403);
    return true;
  }
}

/** Before anything of the body is read: only who gave the code may send a file here. */
@Injectable()
export class ReporterGuard implements CanActivate {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly pages: Pages,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Reporting>();
    const token = String(request.params['token']);
    const id = await idByToken(this.runtime.hub.pool, token);
    if (id === undefined || !this.pages.sessions.isReporter(request, id)) throw new ProblemError(401);
    request.reported = { id, token };
    return true;
  }
}
