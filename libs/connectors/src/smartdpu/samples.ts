import { readFileSync } from 'node:fs';
import {
  type Complaint,
  type ComplaintEvent,
  loadProfile,
  type OutgoingFile,
  type OutgoingFollowedUp,
  type OutgoingOpened,
  type OutgoingReplied,
  type Target,
} from '#connector';
import { testIo } from '#connector/testing';
import { SmartdpuAdapter } from './adapter.ts';
import { SmartdpuSettings } from './settings.ts';

export const PROFILE = readFileSync(new URL('../../../../config/connectors/smartdpu.yaml', import.meta.url), 'utf8');
export const TRACKING = 'https://aduan.test/lacak/rekaan';

export type Connected = ReturnType<SmartdpuAdapter['connect']>;

export const connect = (url: string, profile = PROFILE): Connected => {
  const env = { SMARTDPU_BASE_URL: url, SMARTDPU_API_KEY: 'kunci-simulator' };
  return new SmartdpuAdapter().connect(loadProfile(SmartdpuSettings, profile, 'smartdpu.yaml', env), testIo().io);
};

export const complaint = (changes: Partial<Complaint> = {}): Complaint => ({
  id: 'c1',
  number: 'SA-2026-000001',
  title: null,
  text: 'Jalan rekaan berlubang',
  channel: 'web',
  origin: 'lapor-masbup',
  handler: 'lapor-masbup',
  status: 'assigned',
  outcome: null,
  rejection: null,
  reason: null,
  category: 'road',
  kewenangan: 'kabupaten',
  opd: null,
  marks: { anonim: false, rahasia: false },
  returnedBy: [],
  location: { address: 'Depan pasar contoh', kecamatan: 'Bobotsari', lat: -7.30512, lon: 109.36 },
  openedAt: '2026-01-05T08:00:00+07:00',
  ...changes,
});
const base = { deliveryId: 'd1', at: '2026-01-05T08:00:00+07:00', complaint: complaint() };
export const opened = (changes: Partial<OutgoingOpened> = {}): OutgoingOpened => ({
  ...base,
  kind: 'opened',
  reference: 'SA-2026-000001',
  reporter: { name: 'Budi Rekaan', phone: '+6281200000000' },
  attachments: [],
  trackingUrl: TRACKING,
  originExternalId: 'LM-1',
  ...changes,
});
export const replied = (text: string, attachments: OutgoingFile[] = []): OutgoingReplied => ({
  ...base,
  kind: 'replied',
  author: { role: 'office', name: 'Dinkominfo' },
  source: 'lapor-masbup',
  text,
  attachments,
});
export const followedUp = (text: string): OutgoingFollowedUp => ({
  ...base,
  kind: 'followed_up',
  text,
  attachments: [],
});
export const file = (name: string, mime: string, bytes: Buffer): OutgoingFile => ({
  id: name,
  name,
  mime,
  size: bytes.length,
  sha256: '',
  url: `https://aduan.test/${name}`,
  bytes: async () => bytes,
});
export const png = (size = 100): Buffer => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(size)]);
export const to = (externalId: string, since: string | null = null, known: string[] = []): Target => ({
  externalId,
  since,
  isKnown: (id) => known.includes(id),
  label: null,
});

/** Everything in the feed, in our words. */
export async function hear(connection: Connected, cursor: string | null = null): Promise<ComplaintEvent[]> {
  const { payloads } = await connection.poll(cursor);
  const bodies = payloads.map((payload) => Buffer.from(JSON.stringify(payload)));
  const parsed = await Promise.all(bodies.map((body) => connection.parse({ kind: 'poll', headers: {}, body })));
  const problems = parsed.flatMap((each) => each.problems);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return parsed.flatMap(({ events }) => events);
}
