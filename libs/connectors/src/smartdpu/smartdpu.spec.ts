import type { OutgoingOpened, Receipt } from '#connector';
import { conformance } from '#connector/testing';
import { SmartdpuAdapter } from './adapter.ts';
import {
  type Connected,
  complaint,
  connect,
  file,
  followedUp,
  hear,
  opened,
  png,
  PROFILE,
  replied,
  to,
  TRACKING,
} from './samples.ts';
import { SmartdpuSimulator } from './simulator.ts';

conformance(new SmartdpuAdapter(), {
  profile: new URL('../../../../config/connectors/smartdpu.yaml', import.meta.url),
  fixtures: new URL('./fixtures/', import.meta.url),
  simulator: (options) => new SmartdpuSimulator({ ...options, ratePerMinute: 1000 }),
  env: (baseUrl) => ({ SMARTDPU_BASE_URL: baseUrl, SMARTDPU_API_KEY: 'kunci-simulator' }),
  wrongEnv: { SMARTDPU_API_KEY: 'kunci-salah' },
  change: { play: 'status', input: { status: 'Survei', isi: 'Petugas menuju lokasi' } },
});

describe('SMARTDPU', () => {
  let platform: SmartdpuSimulator;
  let smartdpu: Connected;
  const create = (changes?: Partial<OutgoingOpened>): Promise<Receipt> => smartdpu.push.opened.send(opened(changes));

  beforeEach(async () => {
    platform = new SmartdpuSimulator({ ratePerMinute: 1000 });
    smartdpu = connect(await platform.listen());
  });
  afterEach(() => platform.close());

  test('a report carries the text, the place and the tracking link, and nothing of who complains', async () => {
    await create();
    expect(platform.reports).toMatchObject([{ id_pelaporan_luar: 'SA-2026-000001', jenis: 'jalan_rusak' }]);
    expect(platform.reports[0]?.deskripsi).toBe(
      `Jalan rekaan berlubang\r\n\r\nLokasi: Depan pasar contoh\r\n\r\nLacak: ${TRACKING}`,
    );
    expect(JSON.stringify(platform.reports)).not.toMatch(/Budi|6281200000000/);
  });

  test('a long text gives way to the tracking link, cut at a word', async () => {
    await create({ complaint: complaint({ text: 'berlubang parah\n'.repeat(600), category: null, location: null }) });
    const { deskripsi = '', jenis } = platform.reports[0] ?? {};
    expect(deskripsi.length).toBeLessThanOrEqual(2000);
    expect(deskripsi).toMatch(/(berlubang|parah)…\r\n\r\nLacak: https:\/\/aduan\.test\/lacak\/rekaan$/);
    expect(jenis).toBe('lainnya');
  });

  test('a text of many lines is within the limit as the form carries it', async () => {
    for (const text of ['satu\ndua\n'.repeat(195).trim(), 'x'.repeat(1940), '😀\n'.repeat(640).trim()]) {
      await create({ complaint: complaint({ text, location: null }) });
    }
    expect(platform.reports.map(({ deskripsi }) => deskripsi.endsWith(TRACKING))).toEqual([true, true, true]);
  });

  test('of the photos five go; what the platform would refuse is named and does not hold the report', async () => {
    const photos = ['1.png', '2.png', '3.png', '4.png', '5.png', '6.png'].map((name) => file(name, 'image/png', png()));
    const attachments = [file('a.pdf', 'application/pdf', png()), file('b.png', 'image/png', png(2097152)), ...photos];
    const { externalId, refused } = await create({ attachments });
    expect(platform.photosOf.get(Number(externalId))).toEqual(Array.from({ length: 5 }, () => png()));
    expect(refused).toEqual([
      expect.stringContaining('a.pdf'),
      expect.stringContaining('b.png'),
      expect.stringContaining('6.png'),
    ]);
  });

  test('a create that was not heard is looked up; of several reports the first one counts', async () => {
    expect(await smartdpu.push.opened.settle(opened())).toBeNull();
    platform.faults.commitThenReset = 1;
    await expect(create()).rejects.toMatchObject({ failure: 'unavailable', uncertain: true });
    const found = await smartdpu.push.opened.settle(opened());
    expect(found).toEqual({ externalId: '8800' });
    await create();
    expect(platform.reports).toHaveLength(2);
    expect(await smartdpu.push.opened.settle(opened())).toEqual(found);
  });

  test.each([
    ['KUNCI_SALAH', 'unauthorized'],
    ['SIBUK', 'unavailable'],
    ['VALIDASI', 'rejected'],
  ])('%s comes as HTTP 200 and is %s, and nothing was done', async (kode, failure) => {
    if (kode === 'SIBUK') platform.busy = 1;
    const connection =
      kode === 'KUNCI_SALAH' ? connect(platform.url, PROFILE.replace('${SMARTDPU_API_KEY}', 'salah')) : smartdpu;
    const outgoing = opened(kode === 'VALIDASI' ? { reference: 'x'.repeat(41) } : {});
    const sent = connection.push.opened.send(outgoing);
    await expect(sent).rejects.toMatchObject({ failure, uncertain: false });
    expect(platform.reports).toEqual([]);
  });

  test('the sixty-first request of a minute has to wait', async () => {
    const strict = new SmartdpuSimulator();
    const connection = connect(await strict.listen());
    for (let count = 0; count < 60; count++) await connection.ping();
    await expect(connection.ping()).rejects.toMatchObject({ failure: 'throttled', retryAt: expect.any(Date) });
    await strict.close();
  });

  describe('comments', () => {
    let id: string;
    const send = (text: string): Promise<Receipt> => smartdpu.push.replied.send(replied(text), to(id));
    beforeEach(async () => {
      id = (await create()).externalId;
    });

    test('are heard again as our own, under the id that the receipt named', async () => {
      const receipt = await send('Sudah kami teruskan');
      await smartdpu.push.followed_up.send(followedUp('Masih berlubang'), to(id));
      const heard = await hear(smartdpu);
      expect(heard).toMatchObject([
        { type: 'status_changed', label: 'Diterima' },
        {
          id: receipt.eventIds?.[0],
          own: true,
          text: 'Sudah kami teruskan',
          author: { name: 'Simpul Aduan Purbalingga' },
        },
        { own: true, text: 'Masih berlubang' },
      ]);
    });

    test('take no files, and say so', async () => {
      const { refused } = await smartdpu.push.replied.send(
        replied('Foto', [file('1.png', 'image/png', png())]),
        to(id),
      );
      expect(refused).toEqual([expect.stringContaining('1.png')]);
    });

    test('that were not heard are found in the feed, each for one delivery only', async () => {
      const known = (await send('Terima kasih')).eventIds ?? [];
      expect(await smartdpu.push.replied.settle(replied('Terima kasih'), to(id, null, known))).toBeNull();
      platform.faults.commitThenReset = 1;
      await expect(send('Terima kasih')).rejects.toMatchObject({ uncertain: true });
      const found = await smartdpu.push.replied.settle(replied('Terima  kasih\r\n'), to(id, null, known));
      expect(found?.eventIds).toEqual([`${id}/perubahan/${platform.feed.at(-1)?.id}`]);
      expect(await smartdpu.push.replied.settle(replied('Terima kasih'), to('8803', null, known))).toBeNull();
      expect(await smartdpu.push.replied.settle(replied('Terima kasih lagi'), to(id, null, known))).toBeNull();
    });

    test('are found although the platform cut or escaped them, and behind a full page', async () => {
      for (let count = 0; count < 230; count++) await platform.play('komentar', id, { isi: `catatan ${count}` });
      await send(`lebar < 2 m & dalam ${'sekali '.repeat(60)}`);
      const last = platform.feed.at(-1);
      if (last) last.isi = `lebar &lt; 2 m &amp; dalam ${'sekali '.repeat(40)}...`;
      const found = await smartdpu.push.replied.settle(replied(`lebar < 2 m & dalam ${'sekali '.repeat(60)}`), to(id));
      expect(found?.eventIds).toEqual([`${id}/perubahan/${last?.id}`]);
    });

    test('name no echo where the platform numbers comments otherwise', async () => {
      const unnumbered = connect(platform.url, PROFILE.replace('answer: { id: data.id }', ''));
      const receipt = await unnumbered.push.replied.send(replied('Halo'), to(id));
      expect(receipt.eventIds).toEqual([]);
      expect(await hear(smartdpu)).toContainEqual(expect.objectContaining({ own: true, text: 'Halo' }));
    });

    test('of a report that is gone say so', async () => {
      await expect(smartdpu.push.replied.send(replied('Halo'), to('1'))).rejects.toMatchObject({ gone: true });
      expect(await smartdpu.fetch('1')).toBeNull();
    });
  });

  describe('the change feed', () => {
    let id: string;
    beforeEach(async () => {
      id = (await create()).externalId;
    });
    const say = (isi: string): Promise<string> => platform.play('komentar', id, { isi });

    test('is read page by page although its numbers skip, without end and without loss', async () => {
      for (let count = 0; count < 450; count++) await say(`catatan ${count}`);
      const seen = new Set<unknown>();
      let page = await smartdpu.poll(null);
      let pages = 1;
      for (; page.more && pages < 10; pages++) {
        for (const payload of page.payloads) seen.add(JSON.stringify(payload));
        page = await smartdpu.poll(page.cursor);
      }
      for (const payload of page.payloads) seen.add(JSON.stringify(payload));
      expect([seen.size, pages, page.cursor]).toEqual([451, 3, String(platform.feed.at(-1)?.id)]);
    });

    test('brings a change that was stored after one with a higher number', async () => {
      await say('pertama');
      await say('kedua');
      await say('ketiga');
      const [late] = platform.feed.splice(1, 1);
      const { cursor } = await smartdpu.poll(null);
      if (late) platform.feed.splice(1, 0, late);
      expect(await hear(smartdpu, cursor)).toContainEqual(expect.objectContaining({ text: 'kedua' }));
    });

    test('keeps a change that cannot be read, and moves on', async () => {
      Object.assign(platform.feed[0] ?? {}, { waktu: 'kemarin', laporan_id: null });
      const page = await smartdpu.poll(null);
      expect([page.payloads.length, page.cursor]).toEqual([1, String(platform.feed[0]?.id)]);
      const body = Buffer.from(JSON.stringify(page.payloads[0]));
      await expect(smartdpu.parse({ kind: 'poll', headers: {}, body })).rejects.toMatchObject({ failure: 'malformed' });
    });

    test('shows a photo that can be fetched, and no other place is asked', async () => {
      await platform.play('status', id, { status: 'Selesai', isi: 'Sudah ditambal', foto: 'dengan foto' });
      const [photoUrl = ''] = (await hear(smartdpu)).flatMap((event) =>
        event.type === 'status_changed' ? (event.attachments ?? []).map(({ url }) => url) : [],
      );
      const photo = await smartdpu.download(photoUrl, 10_000);
      expect(photo.subarray(1, 4).toString()).toBe('PNG');
      await expect(smartdpu.download('http://169.254.169.254/foto', 10_000)).rejects.toMatchObject({
        failure: 'rejected',
      });
    });
  });
});
