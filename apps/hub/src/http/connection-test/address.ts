import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { failed, ok, type Outcome, skipped } from './step.ts';

const WITHIN_MS = 5_000;
const DAY_MS = 86_400_000;
const SOON_DAYS = 21;

export async function nameStep({ hostname }: URL): Promise<Outcome> {
  const host = bare(hostname);
  if (isIP(host)) return skipped('name_is_ip', { host });
  try {
    const { address } = await lookup(host);
    return ok('name_known', { host, address });
  } catch {
    return failed('name_unknown', 'name', { host });
  }
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

/** Looks at the certificate as a client that checks it would. */
export function tlsStep({ protocol, hostname, port }: URL): Promise<Outcome> {
  if (protocol !== 'https:') {
    return Promise.resolve(skipped('tls_none'));
  }
  const host = bare(hostname);
  return new Promise((resolve) => {
    const servername = isIP(host) ? {} : { servername: host };
    const socket = connect({ host, port: Number(port) || 443, ...servername, rejectUnauthorized: false });
    const end = (outcome: Outcome) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(outcome);
    };
    const timer = setTimeout(() => end(unreachable(host)), WITHIN_MS);
    socket.once('error', () => end(unreachable(host)));
    socket.once('secureConnect', () => {
      const until = new Date(socket.getPeerCertificate().valid_to);
      if (!socket.authorized) end(untrusted(String(socket.authorizationError), until));
      else end(lasting(until, new Date()));
    });
  });
}

const unreachable = (host: string): Outcome => failed('tls_unreachable', 'reach', { host });

const untrusted = (why: string, until: Date): Outcome =>
  why.includes('EXPIRED')
    ? failed('tls_expired', 'renew', { day: dayOf(until) })
    : failed('tls_untrusted', 'trust', { why });

function lasting(until: Date, now: Date): Outcome {
  const days = Math.floor((until.getTime() - now.getTime()) / DAY_MS);
  const day = dayOf(until);
  return days < SOON_DAYS ? ok('tls_soon', { days, day }) : ok('tls_sound', { day });
}

const dayOf = (date: Date): string => date.toLocaleDateString('id-ID', { dateStyle: 'long', timeZone: 'Asia/Jakarta' });
