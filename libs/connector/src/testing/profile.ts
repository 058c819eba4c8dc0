import { loadProfile } from '../profile/load.ts';
import { WireProfile } from '../profile/wire.ts';

class SmallSettings extends WireProfile {
  static override readonly needs = {
    requests: { create: ['external_id', 'at?'], 'read?': ['external_id'], 'photo?': [], 'status?': [], 'send?': [] },
    read: {},
  };
}

const REST = `
statuses:
  in: {}
  out: { received: null, verifying: null, needs_info: null, assigned: null, in_progress: null, resolved: null, closed: null, rejected: null }
read: {}
poll: { every: 30s }
visible: [id, nomor, status, halaman]
connector: contoh
title: Contoh
`;

/** A profile as small as it can be, for the tests of what works by one. It is patient: a busy machine is no silent platform. */
export function smallProfile(baseUrl: string, text: string, timeout = '20s'): WireProfile {
  return loadProfile(SmallSettings, `base_url: ${baseUrl}\ntimeout: ${timeout}\n${REST}${text}`, 'contoh.yaml', {});
}
