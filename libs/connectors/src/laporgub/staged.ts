import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  type Complaint,
  type Connection,
  loadProfile,
  type OutgoingFile,
  type OutgoingOf,
  type Target,
} from '#connector';
import { type TestIo, testIo } from '#connector/testing';
import { LaporgubAdapter } from './adapter.ts';
import { LaporgubSettings } from './settings.ts';
import { PHOTO } from './simulated-aduan.ts';
import { LaporgubSimulator, type LaporgubSimulatorOptions } from './simulator.ts';

export const PROFILE = readFileSync(new URL('../../../../config/connectors/laporgub.yaml', import.meta.url), 'utf8');
export const env = (baseUrl: string): Record<string, string> => ({
  LAPORGUB_BASE_URL: baseUrl,
  LAPORGUB_CLIENT_ID: 'simpul-aduan',
  LAPORGUB_CLIENT_SECRET: 'rahasia-simulator',
  LAPORGUB_WEBHOOK_SECRET: 'rahasia-webhook-laporgub',
});
export const settingsOf = (baseUrl: string, profile = PROFILE): LaporgubSettings =>
  loadProfile(LaporgubSettings, profile, 'laporgub.yaml', env(baseUrl));

export interface Staged extends TestIo {
  simulator: LaporgubSimulator;
  settings: LaporgubSettings;
  connection: Connection;
}

/** A simulated LaporGub and a connection to it, for this connector's own tests. */
export async function staged(options: LaporgubSimulatorOptions = {}): Promise<Staged> {
  const simulator = new LaporgubSimulator({ seed: 11, ratePerMinute: 10_000, ...options });
  const settings = settingsOf(await simulator.listen());
  const test = testIo(options.now);
  return { ...test, simulator, settings, connection: new LaporgubAdapter().connect(settings, test.io) };
}

export const complaint = (given: Partial<Complaint> = {}): Complaint => ({
  id: randomUUID(),
  number: 'SA-2025-000042',
  title: null,
  text: 'Jalan provinsi rekaan di depan pasar berlubang dalam, sudah dua motor jatuh.',
  channel: 'web',
  origin: 'lapor-masbup',
  handler: 'lapor-masbup',
  status: 'verifying',
  outcome: null,
  rejection: null,
  reason: null,
  category: 'road',
  kewenangan: 'provinsi',
  opd: null,
  location: { areaCode: '33.03.09' },
  marks: { anonim: false, rahasia: false },
  returnedBy: [],
  openedAt: '2025-11-07T08:31:22+07:00',
  ...given,
});

const base = () => ({ deliveryId: randomUUID(), at: '2025-11-07T09:00:00+07:00', complaint: complaint() });

export const opened = (given: Partial<OutgoingOf<'opened'>> = {}): OutgoingOf<'opened'> => ({
  kind: 'opened',
  ...base(),
  reference: 'SA-2025-000042',
  reporter: { name: 'Warga Rekaan', phone: '+6281200000001' },
  attachments: [],
  trackingUrl: 'https://simpul.example/lacak/abc',
  originExternalId: null,
  ...given,
});

export const statusChanged = (given: Partial<OutgoingOf<'status_changed'>>): OutgoingOf<'status_changed'> => ({
  kind: 'status_changed',
  ...base(),
  status: 'in_progress',
  outcome: null,
  rejection: null,
  note: null,
  source: 'lapor-masbup',
  ...given,
});

export const replied = (text: string): OutgoingOf<'replied'> => ({
  kind: 'replied',
  ...base(),
  author: { role: 'office', name: 'DPUPR' },
  source: 'lapor-masbup',
  text,
  attachments: [],
});

export function attached(mime = 'image/jpeg', bytes: Buffer = PHOTO): OutgoingOf<'attached'> {
  const file: OutgoingFile = {
    id: randomUUID(),
    name: 'foto',
    mime,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    url: 'https://simpul.example/berkas/abc',
    bytes: async () => bytes,
  };
  return { kind: 'attached', ...base(), file };
}

export const target = (externalId: string): Target => ({
  externalId,
  since: null,
  label: null,
  isKnown: () => false,
});
export const HANDED_DOWN = { isi: 'Lampu jalan rekaan di tikungan padam sejak sebulan lalu, mohon diperiksa.' };
