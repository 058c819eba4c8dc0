import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { HmacSignature, TimedSignature } from '../profile/webhook.ts';
import { verifierOf } from '../webhook.ts';

interface Vector {
  platform: string;
  app_secret: string;
  raw_body_base64: string;
  headers: Record<string, string>;
  t?: string;
}

const VECTORS = JSON.parse(
  readFileSync(new URL('../testing/signature-vectors.json', import.meta.url), 'utf8'),
) as Vector[];
const NOW = new Date('2026-11-20T08:15:06Z');

const signatureOf = ({ platform, app_secret: secret }: Vector): HmacSignature | TimedSignature =>
  platform === 'tiktok'
    ? {
        scheme: 'timed_hmac',
        secret,
        header: 'Tiktok-Signature',
        ahead: '5m',
        age: '5m',
        aheadMs: 300_000,
        ageMs: 300_000,
      }
    : { scheme: 'hmac_sha256', secret, header: 'X-Hub-Signature-256', prefix: 'sha256=', encoding: 'hex' };
const lower = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

test.each(VECTORS.map((vector): [string, Vector] => [vector.platform, vector]))(
  '%s: the documented vector is taken, and the same body written anew is not',
  (_name, vector) => {
    const verify = verifierOf({ signature: signatureOf(vector) }, () => NOW);
    const body = Buffer.from(vector.raw_body_base64, 'base64');
    const headers = lower(vector.headers);
    expect(() => verify({ headers, body })).not.toThrow();
    const again = Buffer.from(`${JSON.stringify(JSON.parse(body.toString('utf8')))} `);
    expect(() => verify({ headers, body: again })).toThrow(/tidak cocok/);
  },
);

test.each([
  ['older than five minutes', -301],
  ['ahead by more than five minutes', 301],
])('a timed signature %s is refused, however valid', (_name, seconds) => {
  const vector = VECTORS.find(({ platform }) => platform === 'tiktok');
  if (!vector) throw new Error('no vector');
  const at = new Date(Number(vector.t) * 1000 - seconds * 1000);
  const request = { headers: lower(vector.headers), body: Buffer.from(vector.raw_body_base64, 'base64') };
  expect(() => verifierOf({ signature: signatureOf(vector) }, () => at)(request)).toThrow(/waktu/);
});
