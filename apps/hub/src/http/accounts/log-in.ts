import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  type Account,
  accountByEmail,
  audit,
  type Db,
  endSession,
  insertSession,
  sessionByToken,
  transaction,
} from '#store';
import type { Request, Response } from 'express';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { giveSession, sessionToken } from '../access/cookie.ts';
import { csrfOf } from '../access/csrf.ts';
import { limitsOf } from '../access/limits.ts';
import { ProblemError } from '../problems/problem.ts';
import { traceIdOf } from '../trace.ts';
import { isPassword } from './password.ts';
import type { LogIn, SessionView } from './session.dto.ts';
import { sessionView } from './session-view.ts';
import { Throttle } from './throttle.ts';

const TOKEN_BYTES = 32;
const AGENT_CHARS = 200;
/** What the audit calls somebody who did not say a name that is known here. */
const NOBODY = 'tidak-dikenal';

/** Lets persons in; whatever was wrong, the answer is the same and takes as long. */
@Injectable()
export class LogInService {
  private readonly throttle: Throttle;

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {
    this.throttle = new Throttle(runtime.hub.pool);
  }

  async logIn({ email, password }: LogIn, request: Request, response: Response): Promise<SessionView> {
    const { pool, sealer } = this.runtime.hub;
    const traceId = traceIdOf(response);
    const address = addressOf(request);
    const account = await accountByEmail(pool, email);
    const note = (outcome: string, detail: string) =>
      audit(pool, [{ hop: 'person', actor: account?.email ?? NOBODY, outcome, detail, traceId }]);
    const countedAs = sealer.hash(email).toString('base64url');
    await this.throttle.count(countedAs, address, () => note('login_throttled', `Terlalu sering, dari ${address}`));

    const isRight = await isPassword(password, account?.password);
    if (!account || account.disabled || !isRight) {
      await note('login_failed', `Surel atau kata sandi salah, dari ${address}`);
      throw new ProblemError(401, {
        detail: 'Surel atau kata sandi salah.',
        hint: 'Periksa keduanya; admin utama dapat mengirim undangan baru.',
      });
    }
    await this.throttle.forgive(countedAs, address);
    return this.begin(account, `Masuk dari ${address}`, request, response);
  }

  /**
   * Starts a session for somebody who has been proven to be the account's owner.
   *
   * Its token is made here and now: what the browser sent before is ended, never taken over.
   */
  async begin(account: Account, detail: string, request: Request, response: Response): Promise<SessionView> {
    const { hub, env } = this.runtime;
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const agent = request.headers['user-agent']?.slice(0, AGENT_CHARS) ?? null;
    const session = { accountId: account.id, tokenHash: hub.sealer.hash(token), address: addressOf(request), agent };
    await transaction(hub.pool, async (tx) => {
      await this.endFormer(tx, request);
      await insertSession(tx, session, limitsOf(env));
      await audit(tx, [
        { hop: 'person', actor: account.email, outcome: 'login', detail, traceId: traceIdOf(response) },
      ]);
    });
    giveSession(response, token, hub.publicUrl);
    return sessionView(account, csrfOf(hub.sealer, token));
  }

  private async endFormer(tx: Db, request: Request): Promise<void> {
    const { hub, env } = this.runtime;
    const token = sessionToken(request, hub.publicUrl);
    const former = token && (await sessionByToken(tx, hub.sealer.hash(token), limitsOf(env)));
    if (former) await endSession(tx, former.id);
  }
}

const addressOf = ({ ip }: Request): string => ip ?? '-';
