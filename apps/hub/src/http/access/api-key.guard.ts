import { timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#sync';
import type { Request } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { ProblemError } from '../problems/problem.ts';

const BEARER = /^Bearer +(\S+) *$/i;
const FINGERPRINT_CHARS = 6;

/** Lets in whoever has the API key. Hashes are compared, in constant time, so a wrong key learns nothing. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  canActivate(context: ExecutionContext): boolean {
    const { authorization = '' } = context.switchToHttp().getRequest<Request>().headers;
    const key = BEARER.exec(authorization)?.[1];
    if (key === undefined) throw new ProblemError(401, { detail: 'Kunci API tidak disertakan.' });
    const { hub, apiKeyHash } = this.runtime;
    const hash = hub.sealer.hash(key);
    if (hash.length === apiKeyHash.length && timingSafeEqual(hash, apiKeyHash)) return true;
    throw new ProblemError(401, { detail: 'Kunci API salah.' });
  }
}

/** What the audit calls the holder of the key. */
export const actorOf = ({ apiKeyHash }: Runtime): Actor =>
  `kunci-api:${apiKeyHash.toString('hex').slice(0, FINGERPRINT_CHARS)}`;
