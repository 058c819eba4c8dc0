import { conformance } from '#connector/testing';
import { LaporgubAdapter } from './adapter.ts';
import { FILE_BYTES, PHOTO } from './simulated-aduan.ts';
import { LaporgubSimulator } from './simulator.ts';
import {
  attached,
  complaint,
  env,
  HANDED_DOWN,
  opened,
  replied,
  type Staged,
  staged,
  statusChanged,
  target,
} from './staged.ts';

conformance(new LaporgubAdapter(), {
  profile: new URL('../../../../config/connectors/laporgub.yaml', import.meta.url),
  fixtures: new URL('./fixtures/', import.meta.url),
  simulator: (options) => new LaporgubSimulator(options),
  env,
  wrongEnv: { LAPORGUB_CLIENT_SECRET: 'salah' },
  open: {
    play: 'turunkan',
    input: { ...HANDED_DOWN, foto: 'dengan foto' },
  },
  change: { play: 'tanggapan', input: { isi: 'Penanganan rekaan dijadwalkan pekan depan.' } },
  revoke: (simulator) => simulator.revokeTokens(),
});

describe('peculiar to LaporGub', () => {
  let platform: Staged;
  beforeEach(async () => {
    platform = await staged();
  });
  afterEach(() => platform.simulator.close());

  const handedDown = (input: object = {}): Promise<string> =>
    platform.simulator.play('turunkan', null, { ...HANDED_DOWN, ...input });
  const eventsOf = async (tiket: string) => {
    const body = Buffer.from(JSON.stringify(await platform.connection.fetch?.(tiket)));
    return (await platform.connection.parse({ kind: 'case', headers: {}, body })).events;
  };
  const said = (tiket: string) => platform.simulator.aduan.get(tiket)?.tindak_lanjut.map(({ isi }) => isi);

  test('a reference that was used leads to the case made then, with its page', async () => {
    const { opened: push } = platform.connection.push;
    const first = await push?.send(opened(), target(''));
    await platform.simulator.play('status', first?.externalId ?? '', { status: 'Progress' });
    const second = await push?.send(opened(), target(''));
    expect(second).toMatchObject({ externalId: first?.externalId, url: first?.url });
    expect(second?.eventIds).toEqual([first?.externalId]);
    expect(platform.simulator.writes).toHaveLength(1);
  });

  test('the subject and the place go in the words of the platform, the reporter as far as the marks allow', async () => {
    const marks = { anonim: true, rahasia: true };
    const location = { areaCode: '33.03.09', address: 'Jalan Rekaan 1', lat: -7.3, lon: 109.3, desa: 'Gandasuli' };
    await platform.connection.push.opened?.send(opened({ complaint: complaint({ marks, location }) }), target(''));
    expect([...platform.simulator.aduan.values()]).toMatchObject([
      {
        kategori: 'Infrastruktur',
        lokasi: { kode_wilayah: '33.03.09', alamat: 'Jalan Rekaan 1', lat: -7.3, lng: 109.3 },
        jenis: 'rahasia',
        anonim: true,
        pelapor: null,
      },
    ]);
  });

  test('a status of a case that is not ours is refused, and nothing is written', async () => {
    const { externalId = '' } = (await platform.connection.push.opened?.send(opened(), target(''))) ?? {};
    const sent = platform.connection.push.status_changed?.send(statusChanged({}), target(externalId));
    await expect(sent).rejects.toMatchObject({ failure: 'rejected', message: expect.stringContaining('HTTP 403') });
    expect(said(externalId)).toEqual([]);
  });

  test.each([
    ['the note', { note: 'Tim turun besok.' }, 'Tim turun besok.'],
    ['a plain sentence where there is none', {}, 'Status aduan: Diproses.'],
    ['how it was resolved', { status: 'resolved', outcome: 'dijadwalkan' }, 'Status aduan: Selesai (Dijadwalkan).'],
  ] as const)('a status carries a text: %s', async (_what, change, text) => {
    const tiket = await handedDown();
    await platform.connection.push.status_changed?.send(statusChanged(change), target(tiket));
    expect(said(tiket)).toEqual([text]);
  });

  test('a status that the case shows already is not said again, unless there is a note', async () => {
    const push = platform.connection.push.status_changed;
    const tiket = await handedDown();
    await push?.send(statusChanged({}), { ...target(tiket), label: 'progress' });
    expect(said(tiket)).toEqual([]);
    await push?.send(statusChanged({ note: 'Masih berjalan.' }), { ...target(tiket), label: 'progress' });
    expect(said(tiket)).toEqual(['Masih berjalan.']);
  });

  test('the echo of a status is known by both of its ids', async () => {
    const tiket = await handedDown();
    const receipt = await platform.connection.push.status_changed?.send(statusChanged({}), target(tiket));
    const ids = (await eventsOf(tiket)).map(({ id }) => id);
    expect(receipt).toMatchObject({ label: 'Progress', eventIds: ids.slice(1) });
  });

  test('a repeated reply has no id, so its echo carries the mark of the delivery', async () => {
    const tiket = await handedDown();
    const outgoing = replied('Petugas datang besok.');
    await platform.connection.push.replied?.send(outgoing, target(tiket));
    expect(await platform.connection.push.replied?.send(outgoing, target(tiket))).toMatchObject({ eventIds: [] });
    expect(await eventsOf(tiket)).toContainEqual(
      expect.objectContaining({ type: 'replied', own: outgoing.deliveryId }),
    );
  });

  test('a citizen without a name stays without one, and the photo comes along', async () => {
    const tiket = await handedDown({ tanda: 'anonim', foto: 'dengan foto' });
    const [opening] = await eventsOf(tiket);
    expect(opening).toMatchObject({ reporter: {}, marks: { anonim: true, rahasia: false }, channel: 'laporgub' });
    const [photo] = opening?.type === 'opened' ? opening.attachments : [];
    expect(await platform.connection.download?.(photo?.url ?? '', 10_000)).toEqual(PHOTO);
  });

  test.each([
    ['its type, before it is sent', 'image/gif', PHOTO, [], 'foto: jenis image/gif tidak diterima', 0],
    ['its type, by the platform', 'image/gif', PHOTO, ['image/gif'], 'foto: jenis berkas tidak diterima LaporGub', 1],
    [
      'its size, by the platform',
      'image/jpeg',
      Buffer.alloc(FILE_BYTES + 1),
      [],
      'foto: terlalu besar bagi LaporGub',
      1,
    ],
  ])('a file refused for %s is noted and holds nothing up', async (_why, mime, bytes, types, refused, asked) => {
    const tiket = await handedDown();
    const rules = platform.settings.requests['attach']?.files;
    Object.assign(rules ?? {}, { types: [...(rules?.types ?? []), ...types], max_bytes: 20 * 1024 * 1024 });
    const receipt = await platform.connection.push.attached?.send(attached(mime, bytes), target(tiket));
    expect(receipt).toEqual({ externalId: tiket, refused: [refused] });
    expect(platform.sent.filter(({ url }) => url.endsWith('/lampiran'))).toHaveLength(asked);
  });

  test('a file whose answer was lost is found again by its bytes', async () => {
    const tiket = await handedDown();
    const push = platform.connection.push.attached;
    const settle = push?.settle;
    if (!push || typeof settle !== 'function') throw new Error('an uncertain file has to be looked for');
    const outgoing = attached();
    expect(await settle(outgoing, target(tiket))).toBeNull();
    await platform.connection.ping();
    platform.simulator.faults.commitThenReset = 1;
    await expect(push.send(outgoing, target(tiket))).rejects.toMatchObject({ uncertain: true });
    expect(await settle(outgoing, target(tiket))).toEqual({ externalId: tiket });
    expect(await settle(attached('image/jpeg', Buffer.from([...PHOTO, 0])), target(tiket))).toBeNull();
  });

  test('maintenance names an hour, and the work comes back then', async () => {
    platform.simulator.maintenanceUntil = new Date(Math.ceil(Date.now() / 1000 + 600) * 1000);
    const error: unknown = await platform.connection.ping().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ failure: 'unavailable', retryAt: platform.simulator.maintenanceUntil });
  });

  test('a label that nobody knew becomes readable by one line of the profile', async () => {
    const tiket = await handedDown();
    await platform.simulator.play('status', tiket, { label: 'Menunggu Anggaran' });
    expect((await eventsOf(tiket)).map(({ type }) => type)).toEqual(['opened']);
    platform.settings.statuses.in['menunggu anggaran'] = { status: 'in_progress', outcome: 'dijadwalkan' };
    platform.connection = new LaporgubAdapter().connect(platform.settings, platform.io);
    expect((await eventsOf(tiket)).at(-1)).toMatchObject({ status: 'in_progress', label: 'Menunggu Anggaran' });
  });
});
