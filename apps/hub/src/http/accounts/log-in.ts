import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import {
  type Account,
  accountByEmail,
  audit,
  type Db,
  endSession,
  insertSession,
  type KnownAccount,
  recoveryCodesLeft,
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
import { isRecoveryCode, takeRecoveryCode } from './recovery-codes.ts';
import { passes } from './second-factor.ts';
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
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly throttle: Throttle,
  ) {}

  async logIn({ email, password, totp }: LogIn, request: Request, response: Response): Promise<SessionView> {
    const account = await this.owner(email, password, request, response);
    if (!account) {
      throw new ProblemError(401, {
        detail: 'Surel atau kata sandi salah.',
        hint: 'Periksa keduanya; admin utama dapat mengirim undangan baru.',
      });
    }
    if (!(await this.hasSecondFactor(account, totp, request, response))) {
      if (totp !== undefined) await this.note(account, request, response, 'Kode faktor kedua salah');
      throw new ProblemError(401, {
        kind: 'totp-required',
        detail: totp === undefined ? 'Kode faktor kedua diperlukan.' : 'Kode faktor kedua salah atau sudah dipakai.',
        hint: 'Kirim lagi dengan kode yang sedang tampil.',
      });
    }
    await this.throttle.forgive(this.countedAs(email), addressOf(request));
    return this.begin(account, `Masuk dari ${addressOf(request)}`, request, response);
  }

  /** A recovery code stands in for the device; that one was used is written down with it. */
  private hasSecondFactor(
    account: KnownAccount,
    code: string | undefined,
    request: Request,
    response: Response,
  ): Promise<boolean> {
    const { pool, sealer } = this.runtime.hub;
    if (code === undefined || !isRecoveryCode(code)) return passes(pool, sealer, account.id, code?.trim());
    return transaction(pool, async (tx) => {
      if (!(await takeRecoveryCode(tx, sealer, account.id, code))) return passes(tx, sealer, account.id, undefined);
      const left = await recoveryCodesLeft(tx, account.id);
      await this.note(account, request, response, `Kode pemulihan dipakai, tersisa ${left}`, 'recovery_code_used', tx);
      return true;
    });
  }

  /** The account that the password proves to be the caller's. Tries are counted, and wrong ones written down. */
  async owner(
    email: string,
    password: string,
    request: Request,
    response: Response,
  ): Promise<KnownAccount | undefined> {
    const account = await accountByEmail(this.runtime.hub.pool, email);
    await this.throttle.count(this.countedAs(email), addressOf(request), () =>
      this.note(account, request, response, 'Terlalu sering', 'login_throttled'),
    );
    const isRight = await isPassword(password, account?.password);
    if (account && !account.disabled && isRight) return account;
    await this.note(account, request, response, 'Surel atau kata sandi salah');
    return undefined;
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

  private countedAs(email: string): string {
    return this.runtime.hub.sealer.hash(email).toString('base64url');
  }

  private async note(
    account: Account | undefined,
    request: Request,
    response: Response,
    what: string,
    outcome = 'login_failed',
    db: Db = this.runtime.hub.pool,
  ): Promise<void> {
    const detail = `${what}; alamat ${addressOf(request)}`;
    const actor = account?.email ?? NOBODY;
    await audit(db, [{ hop: 'person', actor, outcome, detail, traceId: traceIdOf(response) }]);
  }
}

/** A proxy may hand on anything that its client called an address. */
export const addressOf = ({ ip = '' }: Request): string => (isIP(ip) ? ip : '-');
