import { timingSafeEqual } from 'node:crypto';
import type { Sealer } from '#store';

/** Crockford's: no letter that is read as a digit or another letter. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/**
 * The reporter's own code beside the tracking link: who knows it may read a rahasia complaint and act as its reporter.
 *
 * It is the hub's key over the complaint's id, so every complaint has one from its first moment, and no table holds it.
 */
export function reporterCode(sealer: Sealer, complaintId: string): string {
  const digest = sealer.hash(`kode pelapor:${complaintId}`);
  const code = [...digest.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** However people write it: small letters, without the dash, O for 0, I or L for 1. */
export function isReporterCode(sealer: Sealer, complaintId: string, written: string): boolean {
  const right = Buffer.from(plain(reporterCode(sealer, complaintId)));
  const given = Buffer.from(plain(written));
  return given.length === right.length && timingSafeEqual(given, right);
}

const plain = (code: string): string =>
  code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
