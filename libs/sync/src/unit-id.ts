import type { Sealer } from '#store';

/**
 * By what a unit is heard once. A platform's own id of a message may say whose it is: WhatsApp's spells the telephone
 * number out, so nothing of it is kept but a keyed hash.
 */
export const unitId = (sealer: Sealer, instance: string, key: string): string =>
  sealer.hash(`unit:${instance}:${key}`).toString('base64url');
