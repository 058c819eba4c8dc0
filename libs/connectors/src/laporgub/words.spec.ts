import { createHmac } from 'node:crypto';
import type { Connection } from '#connector';
import { LaporgubAdapter } from './adapter.ts';
import { renamed, renamedProfile, renamingProxy } from './renamed.ts';
import {
  attached,
  HANDED_DOWN,
  opened,
  PROFILE,
  replied,
  type Staged,
  staged,
  settingsOf,
  statusChanged,
  target,
} from './staged.ts';

const parsed = (connection: Connection, kind: 'case' | 'poll' | 'webhook', value: unknown) =>
  connection.parse({ kind, headers: {}, body: Buffer.from(JSON.stringify(value)) });

/** A label is kept word for word, in the event's id too. */
const inItsLabels = (events: unknown): unknown =>
  JSON.parse(JSON.stringify(events).replaceAll('Dikembalikan', 'Balik').replaceAll('Progress', 'Garap'));

/** The same platform behind a proxy that says everything in other words; only the profile knows them. */
describe('a platform whose every word differs needs another profile and no code', () => {
  let platform: Staged;
  let proxy: Awaited<ReturnType<typeof renamingProxy>>;
  let other: Connection;
  const profile = renamedProfile(PROFILE);

  beforeEach(async () => {
    platform = await staged();
    proxy = await renamingProxy(platform.simulator.url);
    other = new LaporgubAdapter().connect(settingsOf(proxy.url, profile), platform.io);
  });
  afterEach(async () => {
    await proxy.close();
    await platform.simulator.close();
  });

  test('none of the words is left in it', () => {
    const words = /tiket|tindak.lanjut|isi_aduan|kode_|x-laporgub|sha256=|Progress|Selesai|DUPLIKAT/g;
    expect(PROFILE.match(words)).not.toBeNull();
    expect(profile.match(words)).toBeNull();
  });

  test('what we tell arrives', async () => {
    const { push } = other;
    await push.opened?.send(opened(), target(''));
    const again = await push.opened?.send(opened(), target(''));
    const ours = await platform.simulator.play('turunkan', null, HANDED_DOWN);
    await push.replied?.send(replied('Petugas datang besok.'), target(ours));
    await push.status_changed?.send(statusChanged({ status: 'resolved' }), target(ours));
    await push.attached?.send(attached(), target(ours));

    const [forwarded, handedDown] = [...platform.simulator.aduan.values()];
    expect(again?.externalId).toBe(forwarded?.tiket);
    expect(forwarded).toMatchObject({
      nomor_referensi: 'SA-2025-000042',
      kategori: 'Infrastruktur',
      status: 'Menunggu',
    });
    expect(forwarded).toMatchObject({ lokasi: { kode_wilayah: '33.03.09' }, pelapor: { nama: 'Warga Rekaan' } });
    expect(handedDown).toMatchObject({ status: 'Selesai', lampiran: [{ mime: 'image/jpeg' }] });
    expect(handedDown?.tindak_lanjut.map(({ isi }) => isi)).toEqual([
      'Petugas datang besok.',
      'Status aduan: Selesai.',
    ]);
  });

  test('what it tells by list and by webhook means the same', async () => {
    const { simulator, connection } = platform;
    const tiket = await simulator.play('turunkan', null, { ...HANDED_DOWN, tanda: 'rahasia', kategori: 'Kesehatan' });
    await simulator.play('tanggapan', tiket, { isi: 'Di mana tepatnya?', jenis: 'pertanyaan_pelapor' });
    await simulator.play('kembalikan', tiket, { alasan: 'Bukan tugas kami.' });
    const [listed] = (await other.poll?.(null))?.payloads ?? [];
    const expected = await parsed(connection, 'case', await connection.fetch?.(tiket));
    expect(expected.events.map(({ type }) => type)).toEqual(['opened', 'replied', 'returned']);
    expect(await parsed(other, 'poll', listed)).toEqual(inItsLabels(expected));

    const told = { event: 'aduan.status', waktu: '2025-11-07T08:00:00+07:00', tiket, status: 'Progress', alasan: null };
    const heard = await parsed(connection, 'webhook', told);
    expect(await parsed(other, 'webhook', renamed(told))).toEqual(inItsLabels(heard));
  });

  test('its signature is checked as the profile says', () => {
    const body = Buffer.from('{}');
    const seal = createHmac('sha256', 'rahasia-webhook-laporgub').update(body).digest('hex');
    expect(other.verify?.({ headers: { 'x-segel': `segel:${seal}`, 'x-kirim': 'k1' }, body })).toEqual({
      deliveryId: 'k1',
    });
    expect(() => other.verify?.({ headers: { 'x-laporgub-signature': `sha256=${seal}` }, body })).toThrow();
  });
});
