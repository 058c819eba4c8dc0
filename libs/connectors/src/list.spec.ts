import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from '@jest/globals';
import { type Adapter, type Listing, loadProfile, type WireProfile } from '#connector';
import { type PlatformSimulator, testIo } from '#connector/testing';
import { LaporMasbupAdapter } from './lapor-masbup/adapter.ts';
import { LaporgubAdapter } from './laporgub/adapter.ts';
import { SIMULATORS } from './simulators.ts';
import { SmartdpuAdapter } from './smartdpu/adapter.ts';
import type { SmartdpuSimulator } from './smartdpu/simulator.ts';

const CASES = 230;
const ISI = 'Aduan rekaan yang cukup panjang untuk diterima di platform mana pun juga';
const THREE_YEARS_MS = 3 * 365 * 86_400_000;

let simulator: PlatformSimulator | undefined;
afterEach(() => simulator?.close());

const profileOf = (name: string): string => readFileSync(`config/connectors/${name}.yaml`, 'utf8');

/** Every variable that a profile asks for; its platform's address among them. */
const variables = (url: string): Record<string, string> => ({
  LAPOR_MASBUP_BASE_URL: url,
  LAPOR_MASBUP_TOKEN: 'token-simulator',
  LAPOR_MASBUP_WEBHOOK_SECRET: `whsec_${btoa('rahasia-simulator-lapor-masbup')}`,
  LAPORGUB_BASE_URL: url,
  LAPORGUB_CLIENT_ID: 'simpul-aduan',
  LAPORGUB_CLIENT_SECRET: 'rahasia-simulator',
  LAPORGUB_WEBHOOK_SECRET: 'rahasia-webhook-laporgub',
  SMARTDPU_BASE_URL: url,
  SMARTDPU_API_KEY: 'kunci-simulator',
});

/** SMARTDPU's cases are all made from outside. */
function makeReport({ reports, feed }: SmartdpuSimulator, n: number): string {
  const waktu = '2023-01-01 08:00:00';
  const id = 8_800 + n * 3;
  const kode = `DPU-23-${n}`;
  reports.push({ id, kode, id_pelaporan_luar: `SA-${n}`, jenis: 'lainnya', deskripsi: ISI, status: 'Diterima', waktu });
  const change = { jenis: 'status', status: 'Diterima', isi: null, foto_url: null, pengirim: null } as const;
  feed.push({ id: n * 2 + 1, laporan_id: id, ...change, waktu });
  return String(id);
}

test.each<[string, Adapter, string | null, string]>([
  ['lapor-masbup', new LaporMasbupAdapter(), 'lapor', 'case'],
  ['laporgub', new LaporgubAdapter(), 'turunkan', 'outline'],
  ['smartdpu', new SmartdpuAdapter(), null, 'change'],
])(
  '%s lists every case, however old, page by page and without a request for each',
  async (name, adapter, play, tells) => {
    let now = Date.now() - THREE_YEARS_MS;
    const Simulator = SIMULATORS[name];
    if (!Simulator) throw new Error('no simulator');
    simulator = new Simulator({ ratePerMinute: 100_000, now: () => new Date(now) });
    const url = await simulator.listen();
    const ids: string[] = [];
    for (let n = 0; n < CASES; n += 1) {
      ids.push(play ? await simulator.play(play, null, { isi: ISI }) : makeReport(simulator as SmartdpuSimulator, n));
    }
    now = Date.now();
    const settings = loadProfile(adapter.settings as new () => WireProfile, profileOf(name), name, variables(url));
    const { io, sent } = testIo();
    const connection = adapter.connect(settings, io);

    const found: string[] = [];
    let pages = 0;
    for (let cursor: string | null = null, more = true; more; pages += 1) {
      const page: Listing | undefined = await connection.list?.(cursor);
      if (!page) throw new Error('no list');
      expect(page.tells).toBe(tells);
      for (const payload of page.payloads) {
        const body = Buffer.from(JSON.stringify(payload));
        const { events } = await connection.parse({ kind: 'poll', headers: {}, body });
        found.push(events[0]?.externalId ?? '');
      }
      ({ cursor, more } = page);
    }
    expect(found.toSorted()).toEqual(ids.toSorted());
    expect(pages).toBeGreaterThan(1);
    expect(sent.length).toBeLessThanOrEqual(pages + 1);
  },
);
