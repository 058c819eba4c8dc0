import { createHash, createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { RawRequest, Verified } from './contract.ts';
import { ConnectorError } from './errors.ts';
import type {
  HandshakeProfile,
  HmacSignature,
  StandardSignature,
  TimedSignature,
  WebhookProfile,
} from './profile/webhook.ts';

const MAX_SIGNATURES = 16;
const MAX_ID_CHARS = 200;

/** Checks that the platform signed a webhook, as the profile's scheme says. Throws `unauthorized` where it did not. */
export function verifierOf(
  { signature, delivery_id_header }: Pick<WebhookProfile, 'signature'> & Partial<WebhookProfile>,
  now: () => Date,
) {
  return (request: RawRequest): Verified => {
    if (signature.scheme === 'hmac_sha256') verifyHmac(request, signature);
    else if (signature.scheme === 'timed_hmac') verifyTimed(request, signature, now());
    else verifyStandard(request, signature, now());
    const header = delivery_id_header ?? (signature.scheme === 'standard_webhooks' ? signature.id_header : undefined);
    if (header === undefined)
      return { deliveryId: `sha256-${createHash('sha256').update(request.body).digest('hex')}` };
    const deliveryId = headerOf(request, header)?.trim() ?? '';
    if (deliveryId === '' || deliveryId.length > MAX_ID_CHARS)
      throw refusal(`nomor kiriman (${header}) tidak ada atau tidak sah`);
    return { deliveryId };
  };
}

/** HMAC-SHA256 of the raw bytes in one header. */
function verifyHmac(request: RawRequest, signature: Omit<HmacSignature, 'scheme'>): void {
  const { header, prefix, encoding, more_secrets } = signature;
  const sent = headerOf(request, header)?.trim();
  if (!sent?.startsWith(prefix)) throw refusal(`tanda tangan (${header}) tidak ada atau bentuknya salah`);
  const matches = [...acceptedBy(signature), ...(more_secrets ?? []).filter(isGiven)].map((each) =>
    equal(sent.slice(prefix.length), createHmac('sha256', keyOf(each)).update(request.body).digest(), encoding),
  );
  if (!matches.includes(true)) throw refusal('tanda tangan tidak cocok');
}

/** `t=<seconds>,s=<hex>` over `seconds.body`. */
function verifyTimed(request: RawRequest, signature: TimedSignature, now: Date): void {
  const { header, aheadMs, ageMs } = signature;
  const [, time, sent] = /^t=(\d{1,12}),\s*s=([0-9a-f]{64})$/.exec(headerOf(request, header)?.trim() ?? '') ?? [];
  if (time === undefined || sent === undefined)
    throw refusal(`tanda tangan (${header}) tidak ada atau bentuknya salah`);
  const age = now.getTime() - Number(time) * 1000;
  if (age > ageMs || -age > aheadMs) throw refusal('waktu kiriman terlalu jauh dari jam kami');
  const matches = acceptedBy(signature).map((each) => {
    const expected = createHmac('sha256', keyOf(each)).update(`${time}.`).update(request.body).digest();
    return equal(sent, expected, 'hex');
  });
  if (!matches.includes(true)) throw refusal('tanda tangan tidak cocok');
}

/** What the platform wants to read back before it sends webhooks; the token is compared in constant time. */
export function handshakeOf({ verify_token, token, challenge }: HandshakeProfile) {
  return (query: Readonly<Record<string, unknown>>): string => {
    const valueOf = (names: readonly string[]) =>
      names.map((name) => query[name]).find((value): value is string => typeof value === 'string') ?? '';
    const digest = (word: string) => createHash('sha256').update(word).digest();
    if (!timingSafeEqual(digest(valueOf(token)), digest(verify_token))) throw refusal('kata sandinya tidak cocok');
    const word = valueOf(challenge);
    if (word === '' || word.length > MAX_ID_CHARS) throw refusal('tidak ada kata untuk dibacakan kembali');
    return word;
  };
}

/** Standard Webhooks 1.0: `id.timestamp.body`, any of several signatures, any of our secrets, within the tolerance. */
function verifyStandard(request: RawRequest, signature: StandardSignature, now: Date): void {
  const id = headerOf(request, signature.id_header) ?? '';
  const timestamp = headerOf(request, signature.timestamp_header) ?? '';
  if (id === '') throw refusal(`nomor kiriman (${signature.id_header}) tidak ada`);
  if (!/^\d{1,12}$/.test(timestamp))
    throw refusal(`waktu kiriman (${signature.timestamp_header}) tidak ada atau bukan detik Unix`);
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > signature.toleranceMs) {
    throw refusal('waktu kiriman terlalu jauh dari jam kami');
  }
  const sent = (headerOf(request, signature.signature_header) ?? '')
    .split(' ')
    .filter((each) => each.startsWith('v1,'))
    .slice(0, MAX_SIGNATURES);
  const matches = acceptedBy(signature).flatMap((secret) => {
    const key = keyOf(secret, 'base64');
    const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(request.body).digest();
    return sent.map((each) => equal(each.slice(3), expected, 'base64'));
  });
  if (!matches.includes(true)) throw refusal('tanda tangan tidak cocok');
}

/** The same time whether the first byte or the last one differs. */
function equal(sent: string, expected: Buffer, encoding: 'hex' | 'base64'): boolean {
  const received = Buffer.from(sent, encoding);
  // Node skips what is no digit: only the exact text counts.
  const isExact = received.toString(encoding) === (encoding === 'hex' ? sent.toLowerCase() : sent);
  return isExact && received.length === expected.length && timingSafeEqual(received, expected);
}

/** While a secret is being changed, those before it count too: one a line. */
const acceptedBy = ({ secret, previous_secret }: { secret: string; previous_secret?: string }): string[] =>
  [secret, ...(previous_secret?.split('\n') ?? [])].filter(isGiven);

const isGiven = (secret: string | undefined): secret is string => secret !== undefined && secret !== '';
const headerOf = ({ headers }: RawRequest, name: string) => headers[name.toLowerCase()];
const refusal = (why: string) => new ConnectorError('unauthorized', `Webhook ditolak: ${why}`);

const keys = new Map<string, KeyObject>();

/** A secret as a key, made once: there are as many as the profiles name. */
function keyOf(secret: string, encoding: 'utf8' | 'base64' = 'utf8'): KeyObject {
  const name = `${encoding}:${secret}`;
  const known = keys.get(name);
  if (known) return known;
  const bytes = encoding === 'base64' ? Buffer.from(secret.replace(/^whsec_/, ''), 'base64') : Buffer.from(secret);
  const made = createSecretKey(bytes);
  keys.set(name, made);
  return made;
}
