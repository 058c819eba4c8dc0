import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { failed, ok, type Outcome, skipped } from './step.ts';

const WITHIN_MS = 5_000;
const DAY_MS = 86_400_000;
const SOON_DAYS = 21;

export async function nameStep({ hostname }: URL): Promise<Outcome> {
  const host = bare(hostname);
  if (isIP(host)) return skipped(`${host} sudah berupa alamat IP`);
  try {
    const { address } = await lookup(host);
    return ok(`${host} menunjuk ke ${address}`);
  } catch {
    return failed(`Nama ${host} tidak ditemukan`, 'Periksa ejaan base_url di profil, dan DNS yang dipakai server ini.');
  }
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

/** Looks at the certificate as a client that checks it would. */
export function tlsStep({ protocol, hostname, port }: URL): Promise<Outcome> {
  if (protocol !== 'https:') {
    return Promise.resolve(skipped('Platform dihubungi tanpa TLS: isi dan kredensial terbaca di jalan'));
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

const unreachable = (host: string): Outcome =>
  failed(
    `${host} tidak dapat dihubungi dengan TLS`,
    'Periksa porta di base_url, tembok api, dan apakah platform hidup.',
  );

const untrusted = (why: string, until: Date): Outcome =>
  why.includes('EXPIRED')
    ? failed(`Sertifikat habis ${dayOf(until)}`, 'Minta pengelola platform memperbarui sertifikatnya.')
    : failed(
        `Sertifikat tidak dipercaya (${why})`,
        'Minta rantai sertifikat lengkap, atau pasang CA-nya di server ini.',
      );

function lasting(until: Date, now: Date): Outcome {
  const days = Math.floor((until.getTime() - now.getTime()) / DAY_MS);
  if (days < SOON_DAYS)
    return ok(`Sertifikat sah, tetapi habis ${days} hari lagi (${dayOf(until)}): ingatkan platform`);
  return ok(`Sertifikat sah sampai ${dayOf(until)}`);
}

const dayOf = (date: Date): string => date.toLocaleDateString('id-ID', { dateStyle: 'long', timeZone: 'Asia/Jakarta' });
