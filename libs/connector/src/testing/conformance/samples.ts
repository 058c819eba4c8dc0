import { randomUUID } from 'node:crypto';
import type { Complaint, Marks, Reporter, Status } from '#complaint';
import type { OutgoingFile, OutgoingOf, PushKind } from '../../contract.ts';

/** Invented, and unlike anything a platform says by itself: found anywhere else, it leaked. */
export const REPORTER: Reporter = {
  name: 'Sastrawirya Contohwati',
  phone: '+628990001112',
  email: 'sastrawirya@contoh.invalid',
  account: 'sastrawirya_contoh',
};
const TEXT =
  'Jalan berlubang sedalam lutut di depan balai desa rekaan, sudah sebulan belum diperbaiki. Mohon segera ditangani.';
export const SECRET_WORDS = ['sedalam lutut', 'Sastrawirya', '8990001112'];

let count = 0;

export function complaint(marks: Partial<Marks> = {}): Complaint {
  count += 1;
  return {
    id: randomUUID(),
    number: `SA-2025-9${String(count).padStart(5, '0')}`,
    title: 'Jalan berlubang',
    text: TEXT,
    channel: 'web',
    origin: 'contoh',
    handler: 'contoh',
    status: 'assigned',
    outcome: null,
    rejection: null,
    reason: null,
    category: 'road',
    kewenangan: 'kabupaten',
    opd: 'DPUPR',
    location: {
      address: 'Jalan Rekaan 1',
      areaCode: '33.03.09',
      kecamatan: 'Bobotsari',
      lat: -7.30512,
      lon: 109.36521,
    },
    marks: { anonim: false, rahasia: false, ...marks },
    returnedBy: [],
    openedAt: '2025-11-07T08:31:22+07:00',
  };
}

const base = () => ({ deliveryId: randomUUID(), at: new Date().toISOString(), complaint: complaint() });

export function opened(given: Partial<OutgoingOf<'opened'>> = {}): OutgoingOf<'opened'> {
  const common = { ...base(), ...given };
  return {
    kind: 'opened',
    reference: common.complaint.number,
    reporter: REPORTER,
    attachments: [],
    trackingUrl: 'http://127.0.0.1:9/lacak/contoh',
    originExternalId: `CONTOH-${common.complaint.number}`,
    ...common,
  };
}

export const replied = (text: string): OutgoingOf<'replied'> => ({
  kind: 'replied',
  ...base(),
  author: { role: 'office', name: 'Kantor Contoh' },
  source: 'contoh',
  text,
  attachments: [],
});

export const followedUp = (text: string): OutgoingOf<'followed_up'> => ({
  kind: 'followed_up',
  ...base(),
  text,
  attachments: [],
});

export const statusChanged = (status: Status): OutgoingOf<'status_changed'> => ({
  kind: 'status_changed',
  ...base(),
  status,
  outcome: status === 'resolved' ? 'diperbaiki' : null,
  rejection: status === 'rejected' ? 'tidak_layak' : null,
  note: 'Catatan perubahan status untuk uji.',
  source: 'contoh',
});

export const OTHERS: {
  [K in Exclude<PushKind, 'opened' | 'replied' | 'followed_up' | 'status_changed' | 'said'>]: () => OutgoingOf<K>;
} = {
  returned: () => ({ kind: 'returned', ...base(), reason: 'Bukan wewenang kami', source: 'contoh' }),
  linked: () => ({
    kind: 'linked',
    ...base(),
    instance: 'contoh',
    externalId: 'CONTOH-77',
    url: 'http://127.0.0.1:9/77',
  }),
  attached: () => ({ kind: 'attached', ...base(), file: file('foto.jpg', 'image/jpeg') }),
};

/** The smallest thing that starts as its type does. */
export function file(name: string, mime: string): OutgoingFile {
  const bytes =
    mime === 'image/jpeg' ? Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex') : Buffer.from('<svg/>');
  const id = randomUUID();
  return {
    id,
    name,
    mime,
    size: bytes.length,
    sha256: '0'.repeat(64),
    url: `http://127.0.0.1:9/berkas/${id}`,
    bytes: async () => bytes,
  };
}
