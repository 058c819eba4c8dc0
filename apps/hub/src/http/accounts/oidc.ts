import { Inject, Injectable } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { notFound, ProblemError } from '../problems/problem.ts';

const ANSWER_WITHIN_S = 10;
export const PENDING_MS = 600_000;

/** What a browser that was sent to the provider brings back in a sealed cookie. */
interface Pending {
  state: string;
  nonce: string;
  verifier: string;
  until: number;
  /** The page of the console that was to be opened; one of a version before this names none. */
  to?: string;
}

/** Speaks to the one provider that HUB_OIDC_ISSUER names. */
@Injectable()
export class OidcService {
  private found: Promise<Configuration> | null = null;

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** Where the browser goes, and what it keeps meanwhile. */
  async start(to: string): Promise<{ url: string; pending: string }> {
    const provider = await this.provider();
    const pending: Pending = {
      state: randomState(),
      nonce: randomNonce(),
      verifier: randomPKCECodeVerifier(),
      until: Date.now() + PENDING_MS,
      to,
    };
    const url = buildAuthorizationUrl(provider, {
      redirect_uri: this.callbackUrl(),
      scope: 'openid email profile',
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, pending: this.runtime.hub.sealer.sealJson(pending).toString('base64url') };
  }

  /**
   * The e-mail that the provider has verified, and where its owner wanted to go.
   *
   * Throws where the answer is not one to what this browser asked.
   */
  async verified(query: string, sealed: string | undefined): Promise<{ email: string | null; to: string }> {
    const { state, nonce, verifier, to = '/' } = this.opened(sealed);
    const provider = await this.provider();
    const tokens = await authorizationCodeGrant(provider, new URL(this.callbackUrl() + query), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('The provider sent no ID token');
    const told =
      claims['email'] === undefined ? await fetchUserInfo(provider, tokens.access_token, claims.sub) : claims;
    const { email, email_verified: isVerified } = told;
    return { email: isVerified === true && typeof email === 'string' ? email : null, to };
  }

  private callbackUrl(): string {
    return `${this.runtime.hub.publicUrl}/api/v1/oidc/callback`;
  }

  private opened(sealed: string | undefined): Pending {
    if (sealed === undefined) throw new Error('This browser asked for no log-in');
    const pending = this.runtime.hub.sealer.openJson(Buffer.from(sealed, 'base64url')) as Pending;
    if (pending.until < Date.now()) throw new Error('The log-in was asked for too long ago');
    return pending;
  }

  /** Looked up when first needed; a provider that is away is asked again the next time. */
  private async provider(): Promise<Configuration> {
    const { HUB_OIDC_ISSUER: issuer, HUB_OIDC_CLIENT_ID: id, HUB_OIDC_CLIENT_SECRET: secret } = this.runtime.env;
    if (issuer === undefined || id === undefined) throw notFound('Masuk lewat OIDC');
    const execute = issuer.startsWith('http:') ? [allowInsecureRequests] : [];
    this.found ??= discovery(new URL(issuer), id, secret, undefined, { execute, timeout: ANSWER_WITHIN_S });
    try {
      return await this.found;
    } catch {
      this.found = null;
      throw new ProblemError(503, { detail: 'Penyedia OIDC tidak dapat dihubungi.' });
    }
  }
}
