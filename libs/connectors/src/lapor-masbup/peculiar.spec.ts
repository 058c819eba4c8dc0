import { readFileSync } from 'node:fs';
import {
  type ComplaintEvent,
  type Connection,
  ConnectorError,
  loadProfile,
  type Page,
  type PushKind,
  type OutgoingOf,
  WireReader,
  CATEGORIES,
} from '#connector';
import { testIo } from '#connector/testing';
import { LaporMasbupAdapter } from './adapter.ts';
import { LaporMasbupSettings } from './settings.ts';
import { LaporMasbupSimulator } from './simulator.ts';

const AT = '2026-01-05T01:00:00.500Z';
const complaint = {
  id: '0',
  number: 'SA-2026-000001',
  title: null,
  text: 'Jembatan rekaan retak',
  channel: 'laporgub',
  origin: 'laporgub',
  handler: 'lapor-masbup',
  status: 'received',
  outcome: null,
  rejection: null,
  reason: null,
  category: 'bridge',
  kewenangan: null,
  opd: null,
  returnedBy: [],
  openedAt: AT,
  location: { areaCode: '33.03.09.2004', kecamatan: 'Bobotsari' },
  marks: { anonim: false, rahasia: false },
} as const;

let count = 0;
const out = <K extends PushKind>(kind: K, rest: Omit<OutgoingOf<K>, 'kind' | 'deliveryId' | 'at' | 'complaint'>) =>
  ({ kind, deliveryId: `kiriman-${++count}`, at: AT, complaint, ...rest }) as unknown as OutgoingOf<K>;
const handedDown = () =>
  out('opened', {
    reference: 'LGWA00000042',
    originExternalId: 'LGWA00000042',
    reporter: { name: 'Warga Contoh' },
    trackingUrl: 'https://simpul.example/lacak/x',
    attachments: [],
  });
const reply = (source: string) =>
  out('replied', { author: { role: 'office', name: 'Dinas Contoh' }, source, text: `Dari ${source}`, attachments: [] });
const status = (rest: Partial<OutgoingOf<'status_changed'>>) =>
  out('status_changed', {
    status: 'in_progress',
    outcome: null,
    rejection: null,
    note: null,
    source: 'laporgub',
    ...rest,
  });

describe('Lapor MasBuP', () => {
  let platform: LaporMasbupSimulator;
  let settings: LaporMasbupSettings;
  let lmb: Connection;

  beforeEach(async () => {
    platform = new LaporMasbupSimulator({ seed: 3 });
    settings = loadProfile(
      LaporMasbupSettings,
      readFileSync('config/connectors/lapor-masbup.yaml', 'utf8'),
      'lapor-masbup.yaml',
      {
        LAPOR_MASBUP_BASE_URL: await platform.listen(),
        LAPOR_MASBUP_TOKEN: 'token-simulator',
        LAPOR_MASBUP_WEBHOOK_SECRET: `whsec_${btoa('rahasia-simulator-lapor-masbup')}`,
      },
    );
    settings.list.page = 2;
    lmb = new LaporMasbupAdapter().connect(settings, testIo().io);
  });
  afterEach(() => platform.close());

  const to = (externalId: string) => ({ externalId, label: null, since: null, isKnown: () => false });
  const file = (isi: string, more: Record<string, string> = {}) => platform.play('lapor', null, { isi, ...more });
  const poll = (cursor: string | null): Promise<Page> => lmb.poll?.(cursor) ?? Promise.reject(new Error('no poll'));
  const numbers = ({ payloads }: Page) => payloads.map((each) => (each as { nomor: string }).nomor.slice(-1));
  const read = async (externalId: string): Promise<ComplaintEvent[]> => {
    const body = Buffer.from(JSON.stringify(await lmb.fetch?.(externalId)));
    return (await lmb.parse({ kind: 'case', headers: {}, body })).events;
  };
  const shown = (externalId: string) => platform.aduan.get(externalId)?.aduan;
  const failure = (work: Promise<unknown> | undefined) =>
    Promise.resolve(work).then(
      () => null,
      (error: unknown) => (error instanceof ConnectorError ? error.failure : String(error)),
    );

  describe('the list of changes', () => {
    test('is read to its end, and meets a complaint again that changed while it was read', async () => {
      const oldest = await file('satu');
      for (const isi of ['dua', 'tiga', 'empat']) await file(isi);
      const first = await poll(null);
      await platform.play('susulan', oldest, { isi: 'masih rusak' });
      const second = await poll(first.cursor);
      const third = await poll(second.cursor);
      expect([first, second, third].map(numbers)).toEqual([['1', '2'], ['3', '4'], ['1']]);
      expect([first.more, second.more, third.more]).toEqual([true, true, false]);
    });

    test('is read again from an overlap before the newest change', async () => {
      await file('satu');
      const end = await poll(null);
      await file('dua');
      expect(numbers(await poll(end.cursor))).toEqual(['1', '2']);
    });

    test('is begun again where the platform has forgotten its own cursor', async () => {
      for (const isi of ['satu', 'dua', 'tiga']) await file(isi);
      const { cursor } = await poll(null);
      const lost = JSON.stringify({ ...JSON.parse(cursor), page: 'kursor-lama' });
      expect(numbers(await poll(lost))).toEqual(['1', '2']);
    });

    test('moves on past a complaint that cannot be read', async () => {
      const nomor = await file('satu');
      Object.assign(shown(nomor) ?? {}, { diubah: 'kemarin' });
      const page = await poll(null);
      expect(page.payloads).toHaveLength(1);
      expect(page.more).toBe(false);
    });
  });

  describe('a complaint made by us', () => {
    test('carries the number of where it comes from, and is known by it when it is told back', async () => {
      const receipt = await lmb.push.opened?.send(handedDown(), to(''));
      const externalId = receipt?.externalId ?? '';
      expect(shown(externalId)).toMatchObject({ kanal: 'laporgub', nomor_luar: 'LGWA00000042', kategori: 'jembatan' });
      expect(shown(externalId)).toMatchObject({
        dibuat: '2026-01-05T08:00:00.500+07:00',
        lokasi: { kode_kecamatan: '33.03.09' },
      });
      const [echo] = await read(externalId);
      expect(echo).toMatchObject({ type: 'opened', reference: 'LGWA00000042', channel: 'laporgub' });
      expect(receipt).toMatchObject({ eventIds: [echo?.id], label: 'masuk', url: expect.stringContaining(externalId) });
    });

    test('before is told again without where it stands by now: that is another’s doing', async () => {
      const sent = handedDown();
      const { externalId = '' } = (await lmb.push.opened?.send(sent, to(''))) ?? {};
      await platform.play('status', externalId, { status: 'ditolak' });
      const again = await lmb.push.opened?.send(sent, to(''));
      expect(again).toEqual({ externalId, eventIds: [externalId], url: expect.stringContaining(externalId) });
    });

    test('carries our own number where it has none yet', async () => {
      const fromChat = { ...handedDown(), reference: 'SA-2026-000001', originExternalId: null };
      const { externalId = '' } = (await lmb.push.opened?.send(fromChat, to(''))) ?? {};
      expect(shown(externalId)?.nomor_luar).toBe('SA-2026-000001');
    });

    test('takes files by their address', async () => {
      const photo = { id: 'f1', url: 'https://simpul.example/lampiran/t', mime: 'image/jpeg', size: 9, name: 'f1.jpg' };
      const attachments = [{ ...photo, sha256: '', bytes: () => Promise.reject(new Error('not needed')) }];
      const { externalId = '' } = (await lmb.push.opened?.send({ ...handedDown(), attachments }, to(''))) ?? {};
      expect(shown(externalId)?.lampiran).toEqual([{ id: 'f1', url: photo.url, mime: 'image/jpeg', ukuran: 9 }]);
    });

    test('says no category that would come back as another', () => {
      const { labels } = new WireReader(settings);
      expect(CATEGORIES.map((each) => labels.categoryOf(labels.categoryWord(each) ?? ''))).toEqual(CATEGORIES);
    });
  });

  describe('what others do is shown there', () => {
    test.each([
      ['the province', 'laporgub', 'provinsi'],
      ['the public-works office', 'smartdpu', 'dpu'],
      ['any other office', 'sistem-lain', 'admin_opd'],
    ])('a reply of %s has its role', async (_who, source, peran) => {
      const nomor = await file('satu');
      await lmb.push.replied?.send(reply(source), to(nomor));
      expect(shown(nomor)?.tanggapan[0]).toMatchObject({ penulis: { nama: 'Dinas Contoh', peran }, publik: true });
    });

    test('a follow-up is the reporter speaking, with no name', async () => {
      const nomor = await file('satu');
      await lmb.push.followed_up?.send(out('followed_up', { text: 'Belum juga', attachments: [] }), to(nomor));
      expect(shown(nomor)?.tanggapan[0]?.penulis).toEqual({ peran: 'pelapor' });
      expect((await read(nomor))[1]).toMatchObject({ type: 'followed_up', author: { role: 'citizen' } });
    });

    test('a status that is repeated says what it set, whatever an officer made of it since', async () => {
      const nomor = await file('satu');
      const sent = status({});
      expect(await lmb.push.status_changed?.send(sent, to(nomor))).toMatchObject({
        label: 'diproses',
        labelAt: expect.stringMatching(/\+07:00$/),
      });
      await platform.play('status', nomor, { status: 'ditolak' });
      const again = await lmb.push.status_changed?.send(sent, to(nomor));
      expect([again?.label, again?.labelAt]).toEqual(['diproses', undefined]);
    });

    test('a complaint handed back is dikembalikan, with the reason', async () => {
      const nomor = await file('satu');
      await lmb.push.returned?.send(
        out('returned', { reason: 'Bukan wewenang provinsi', source: 'laporgub' }),
        to(nomor),
      );
      expect(shown(nomor)?.status).toBe('dikembalikan');
      expect(platform.cases()[0]?.lines.at(-1)).toContain('Status dikembalikan (laporgub): Bukan wewenang provinsi');
    });

    test('a status without a note says how it ended', async () => {
      const nomor = await file('satu');
      await lmb.push.status_changed?.send(status({ status: 'resolved', outcome: 'dijadwalkan' }), to(nomor));
      expect(platform.cases()[0]?.lines.at(-1)).toContain('Status selesai (laporgub): Dijadwalkan');
    });

    test('a closed complaint is not opened again: refused, for a person to see', async () => {
      const nomor = await file('satu');
      await platform.play('status', nomor, { status: 'ditolak' });
      expect(await failure(lmb.push.status_changed?.send(status({}), to(nomor)))).toBe('rejected');
    });

    test('a status that has no word there is not sent, and the audit says so', async () => {
      const nomor = await file('satu');
      const receipt = await lmb.push.status_changed?.send(status({ status: 'needs_info' }), to(nomor));
      expect(receipt?.refused).toEqual(['Lapor MasBuP tidak punya kata untuk status Perlu data: tidak dikirim']);
    });

    test('where else it lives is recorded once per platform', async () => {
      const nomor = await file('satu');
      const link = (externalId: string) => out('linked', { instance: 'laporgub', externalId, url: null });
      await lmb.push.linked?.send(link('LGWP1'), to(nomor));
      await lmb.push.linked?.send(link('LGWP2'), to(nomor));
      expect(platform.aduan.get(nomor)?.tautan).toEqual([{ platform: 'laporgub', nomor_luar: 'LGWP2', url: null }]);
    });
  });

  describe('the simulated platform holds its contract', () => {
    const ask = (method: string, path: string, body: object, key?: string) =>
      fetch(`${platform.url}/api/v1/aduan${path}`, {
        method,
        headers: { authorization: 'Bearer token-simulator', ...(key !== undefined && { 'idempotency-key': key }) },
        ...(method !== 'GET' && { body: JSON.stringify(body) }),
      });
    const said = { isi: 'x', penulis: { peran: 'admin_opd' }, publik: true, waktu: '2026-01-05T08:00:00+07:00' };

    test.each([
      ['a write without a key', 'POST', '', {}, undefined, 400],
      ['a key of 129 letters', 'POST', '', {}, 'k'.repeat(129), 400],
      ['a new complaint without its fields', 'POST', '', { kanal: 'fax' }, 'k', 422],
      ['a time in UTC', 'POST', '/{nomor}/tanggapan', { ...said, waktu: '2026-01-05T01:00:00Z' }, 'k', 422],
      ['a reply', 'POST', '/{nomor}/tanggapan', said, 'k', 201],
      ['an unknown status', 'POST', '/{nomor}/status', { status: 'beres', waktu: said.waktu, sumber: 'x' }, 'k', 422],
      ['a link without a number', 'PUT', '/{nomor}/tautan', { platform: 'laporgub' }, undefined, 422],
      ['a page of 201', 'GET', '?limit=201', {}, undefined, 422],
      ['a complaint that is not there', 'GET', '/LMB-1999-000001', {}, undefined, 404],
    ])('%s: %s %s', async (_what, method, path, body, key, expected) => {
      const nomor = await file('satu');
      const answer = await ask(method, path.replace('{nomor}', nomor), body, key);
      expect(answer.status).toBe(expected);
      if (expected >= 400) expect(answer.headers.get('content-type')).toBe('application/problem+json');
    });

    test('a rate limit names the time to come back', async () => {
      const busy = new LaporMasbupSimulator({ ratePerMinute: 1 });
      const url = `${await busy.listen()}/api/v1/aduan`;
      const answers = [await fetch(url), await fetch(url)];
      await busy.close();
      expect(answers.map(({ status: code }) => code)).toEqual([401, 429]);
      expect(Number(answers[1]?.headers.get('retry-after'))).toBeGreaterThan(0);
    });
  });

  test('a disposition tells what the admin decided, and tightens marks', async () => {
    const nomor = await file('satu', { kategori: 'perbaikan-jalan' });
    await platform.play('disposisi', nomor, {
      kewenangan: 'provinsi',
      opd: 'DPUPR',
      kecamatan: 'Mrebet',
      tanda: 'anonim',
    });
    const [, disposed, moved] = await read(nomor);
    expect(disposed).toMatchObject({
      type: 'disposed',
      facts: { category: 'road', kewenangan: 'provinsi', opd: 'DPUPR', location: { areaCode: '33.03.08' } },
      marks: { anonim: true, rahasia: false },
      snapshot: true,
    });
    expect(moved).toMatchObject({ type: 'status_changed', status: 'assigned', snapshot: true });
  });

  test("a citizen's photo can be fetched", async () => {
    const nomor = await file('satu', { foto: 'dengan foto' });
    const [opening] = await read(nomor);
    const url = opening?.type === 'opened' ? (opening.attachments[0]?.url ?? '') : '';
    expect((await lmb.download?.(url, 10_000))?.subarray(0, 3).toString('hex')).toBe('ffd8ff');
  });

  test('an identity that nobody may know is not taken from the platform either', async () => {
    const nomor = await file('satu', { tanda: 'anonim', nama: 'Jangan Tampak' });
    expect(shown(nomor)?.pelapor.nama).toBe('Jangan Tampak');
    expect(JSON.stringify(await read(nomor))).not.toContain('Jangan Tampak');
  });

  test('a profile with a word for kewenangan that is none of ours stops the start', () => {
    const text = readFileSync('config/connectors/lapor-masbup.yaml', 'utf8').replace(
      'desa: desa, kab',
      'desa: dusun, kab',
    );
    expect(() => loadProfile(LaporMasbupSettings, text, 'lapor-masbup.yaml')).toThrow(
      /:\d+ kewenangan: harus pasangan/,
    );
  });
});
