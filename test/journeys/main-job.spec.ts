import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, startWorld, type World } from '../setup/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const PROVINCIAL = {
  isi: 'Jalan provinsi di dekat pasar berlubang besar dan sudah menyebabkan dua pengendara terjatuh',
  kategori: 'perbaikan-jalan',
  kecamatan: 'Bobotsari',
  alamat: 'Depan pasar Bobotsari',
  nama: 'Pelapor Contoh',
  telepon: '+6281200000001',
};

interface Shown {
  number: string;
  status: string;
  outcome: string | null;
  handler: string;
  links: { instance: string; external_id: string | null; role: string; state: string; url: string | null }[];
}
const complaint = async (number: string) => (await world.api<Shown>(`/complaints/${number}`)).body;
const linkTo = (shown: Shown, instance: string) => {
  const link = shown.links.find((each) => each.instance === instance && each.external_id !== null);
  if (!link?.external_id) throw new Error(`no link to ${instance} yet`);
  return { ...link, external_id: link.external_id };
};
const linked = (number: string, instance: string) => eventually(async () => linkTo(await complaint(number), instance));
const outcomes = async (number: string): Promise<string[]> => {
  const { rows } = await world.pool.query<{ line: string }>(
    `select hop || ' ' || audit.instance || ' ' || coalesce(event_type, '') || ' ' || audit.outcome as line
     from audit join complaint on complaint.id = complaint_id where number = $1 order by audit.id`,
    [number],
  );
  return rows.map(({ line }) => line);
};

describe('a provincial complaint filed at home', () => {
  test('goes to LaporGub, is answered there, and the citizen reads it at home', async () => {
    const { home, province } = world;
    const nomor = await home.play('lapor', null, { ...PROVINCIAL, kewenangan: 'provinsi' });
    const number = await world.numberOf(home, nomor);
    const { external_id: tiket } = await linked(number, 'laporgub');
    expect(await complaint(number)).toMatchObject({ handler: 'laporgub', status: 'assigned' });
    await eventually(() => expect(home.shown(nomor)).toMatchObject({ status: 'didisposisikan' }));
    await eventually(() => expect(home.says(nomor, tiket)).toBeGreaterThan(0));

    await province.play('status', tiket, { status: 'Verifikasi' });
    await province.play('status', tiket, { status: 'Progress', isi: 'Survei lapangan dilakukan hari ini' });
    await province.play('tanggapan', tiket, { isi: 'Perbaikan masuk rencana bulan depan', oleh: 'Dinas Contoh' });
    await eventually(() => expect(home.shown(nomor).status).toBe('diproses'));
    await eventually(() => expect(home.says(nomor, 'Perbaikan masuk rencana bulan depan')).toBe(1));

    await home.play('susulan', nomor, { isi: 'Lubangnya kini makin lebar, mohon rambu' });
    await eventually(() => expect(province.says(tiket, 'Lubangnya kini makin lebar')).toBe(1));

    await province.play('status', tiket, { status: 'Selesai', isi: 'Pengadaan sedang disiapkan' });
    await eventually(() => expect(home.shown(nomor).status).toBe('selesai'));
    await world.settled();

    expect(
      province.cases.filter(({ lines }) => lines.some((line) => line.includes(number))).length,
    ).toBeLessThanOrEqual(1);
    expect(home.says(nomor, 'Perbaikan masuk rencana bulan depan')).toBe(1);
    expect(province.says(tiket, 'Lubangnya kini makin lebar')).toBe(1);
    expect(province.says(tiket, 'Perbaikan masuk rencana bulan depan')).toBe(1);
    const trail = await outcomes(number);
    expect(trail).toEqual(
      expect.arrayContaining([
        'ingest lapor-masbup opened applied',
        'deliver laporgub opened ok',
        'deliver lapor-masbup linked ok',
      ]),
    );
    expect(trail.filter((line) => line.includes('parked'))).toEqual([]);
  });

  test('the audit names the rule that forwarded it, and why', async () => {
    const { rows } = await world.pool.query(
      `select distinct rule, detail from audit where hop = 'ingest' and event_type = 'opened' and rule = 'kewenangan-provinsi'`,
    );
    expect(rows[0]).toMatchObject({ detail: expect.stringContaining('kewenangan provinsi') });
  });

  test('its page for the citizen shows the answer and nobody’s name', async () => {
    const { rows } = await world.pool.query<{ token: string }>('select token from complaint order by number limit 1');
    const page = await (await fetch(`${world.url}/lacak/${rows[0]?.token}`)).text();
    expect(page).toContain('Perbaikan masuk rencana bulan depan');
    expect(page).not.toContain('Pelapor Contoh');
    expect(page).not.toContain('81200000001');
  });
});

test('a regency road goes to SMARTDPU once an admin says so, and its progress comes home', async () => {
  const { home, works } = world;
  const nomor = await home.play('lapor', null, {
    isi: 'Jalan kampung ambles selebar satu meter',
    kategori: 'perbaikan-jalan',
    kecamatan: 'Kaligondang',
    foto: 'dengan foto',
  });
  const number = await world.numberOf(home, nomor);
  await world.settled();
  expect((await complaint(number)).links.map(({ instance }) => instance)).toEqual(['lapor-masbup']);

  await home.play('disposisi', nomor, { kewenangan: 'kabupaten', opd: 'DPUPR' });
  const { external_id: id } = await linked(number, 'smartdpu');
  for (const status of ['Survei', 'Terjadwal', 'Dikerjakan'])
    await works.play('status', id, { status, isi: `Catatan ${status}` });
  await works.play('komentar', id, { isi: 'Material sudah di lokasi', pengirim: 'Petugas Lapangan' });
  await works.play('status', id, { status: 'Selesai', isi: 'Lubang ditutup', foto: 'dengan foto' });
  await eventually(() => expect(home.shown(nomor).status).toBe('selesai'));
  await world.settled();

  expect(await complaint(number)).toMatchObject({ status: 'resolved', outcome: 'diperbaiki', handler: 'smartdpu' });
  expect(home.says(nomor, 'Material sudah di lokasi')).toBe(1);
  const { rows } = await world.pool.query<{ state: string }>(
    'select attachment.state from attachment join complaint on complaint.id = complaint_id where number = $1',
    [number],
  );
  expect(rows.map(({ state }) => state)).toEqual(['stored', 'stored']);
});

test('a case that LaporGub hands down is created at home, answered, and the answer stands at LaporGub', async () => {
  const { home, province } = world;
  const tiket = await province.play('turunkan', null, {
    isi: 'Pembagian bantuan sosial di desa kami tidak merata, mohon diperiksa kembali datanya',
    kategori: 'Sosial',
    nama: 'Pelapor Contoh',
    telepon: '+6281200000002',
    foto: 'dengan foto',
  });
  const number = await world.numberOf(province, tiket);
  const { external_id: nomor } = await linked(number, 'lapor-masbup');
  await home.play('verifikasi', nomor);
  await home.play('status', nomor, { status: 'diproses', keterangan: 'Data sedang dicocokkan' });
  await home.play('tanggapan', nomor, { isi: 'Data sudah kami cocokkan dengan desa', nama: 'DINSOSDALDUKKB3A' });
  await province.play('jawaban', tiket, { isi: 'Terima kasih, tetangga saya belum terdata' });
  await eventually(() => expect(home.says(nomor, 'tetangga saya belum terdata')).toBe(1));
  await home.play('status', nomor, { status: 'selesai', keterangan: 'Dijelaskan kepada pelapor' });
  await eventually(() => expect(province.shown(tiket).status).toBe('Selesai'));
  await world.settled();

  expect(province.says(tiket, 'Data sudah kami cocokkan dengan desa')).toBe(1);
  expect(home.says(nomor, 'tetangga saya belum terdata')).toBe(1);
  expect(home.cases.filter(({ lines, title }) => `${title} ${lines.join(' ')}`.includes('tidak merata')).length).toBe(
    1,
  );
  expect((await complaint(number)).status).toBe('resolved');
});

test('"bukan wewenang" comes back with its reason, and the new decision forwards it elsewhere', async () => {
  const { home, province, works } = world;
  const nomor = await home.play('lapor', null, {
    ...PROVINCIAL,
    isi: `${PROVINCIAL.isi} sejak lama`,
    kewenangan: 'provinsi',
  });
  const number = await world.numberOf(home, nomor);
  const { external_id: tiket } = await linked(number, 'laporgub');
  await province.play('kembalikan', tiket, { alasan: 'Ruas ini jalan kabupaten' });
  await eventually(() => expect(home.shown(nomor).status).toBe('dikembalikan'));
  expect(home.says(nomor, 'Ruas ini jalan kabupaten')).toBeGreaterThan(0);
  expect(await complaint(number)).toMatchObject({ status: 'verifying', handler: 'lapor-masbup' });

  await home.play('disposisi', nomor, { kewenangan: 'kabupaten', opd: 'DPUPR' });
  const { external_id: id } = await linked(number, 'smartdpu');
  await works.play('status', id, { status: 'Dikerjakan' });
  await eventually(() => expect(home.shown(nomor).status).toBe('diproses'));
  await world.settled();
  expect(province.writes.filter(({ kind, caseId }) => kind.includes('tindak') && caseId === tiket)).toEqual([]);
});

describe('marks', () => {
  test('anonim: LaporGub learns the matter and not the person', async () => {
    const { home } = world;
    const nomor = await home.play('lapor', null, {
      ...PROVINCIAL,
      isi: `${PROVINCIAL.isi} tadi pagi`,
      kewenangan: 'provinsi',
      tanda: 'anonim',
      nama: 'Nama Tersembunyi',
      telepon: '+6281299999999',
    });
    const number = await world.numberOf(home, nomor);
    const { external_id: tiket } = await linked(number, 'laporgub');
    const shown = JSON.stringify(world.province.shown(tiket));
    expect(shown).not.toContain('Nama Tersembunyi');
    expect(shown).not.toContain('81299999999');
    const { rows } = await world.pool.query<{ text: string }>(
      `select coalesce(request::text, '') || coalesce(detail, '') as text from audit union all select coalesce(body::text, '') from event union all select body::text from outbox`,
    );
    expect(rows.filter(({ text }) => text.includes('Nama Tersembunyi') || text.includes('81299999999'))).toEqual([]);
  });

  test('rahasia: a platform that knows no such mark does not get it; a person decides', async () => {
    const { home, works } = world;
    const before = works.cases.length;
    const nomor = await home.play('lapor', null, {
      isi: 'Talud sungai longsor di dekat rumah',
      kategori: 'perbaikan-jalan',
      kewenangan: 'kabupaten',
      tanda: 'rahasia',
    });
    const number = await world.numberOf(home, nomor);
    const parked = await eventually(async () => {
      const { body } = await world.api<{ data: { complaint: string; reason: string; id: string }[] }>('/parked');
      const found = body.data.find((each) => JSON.stringify(each).includes(number));
      if (!found) throw new Error('not parked yet');
      return found;
    });
    expect(parked.reason).toContain('rahasia');
    expect(works.cases.length).toBe(before);
    const { rows } = await world.pool.query<{ token: string }>('select token from complaint where number = $1', [
      number,
    ]);
    expect((await fetch(`${world.url}/lacak/${rows[0]?.token}`)).status).toBe(404);
  });
});

test('what LaporGub can’t take is parked with the reason, and a retry after mending really resends', async () => {
  const { home, province } = world;
  const nomor = await home.play('lapor', null, { isi: 'SMA rusak', kategori: 'pendidikan', kewenangan: 'provinsi' });
  const number = await world.numberOf(home, nomor);
  const parked = await eventually(async () => {
    const { body } = await world.api<{ data: { id: string; reason: string }[] }>('/parked');
    const found = body.data.find((each) => JSON.stringify(each).includes(number));
    if (!found) throw new Error('not parked yet');
    return found;
  });
  expect(parked.reason).toMatch(/wilayah|50/);
  const before = province.cases.length;
  await home.play('disposisi', nomor, {
    kecamatan: 'Purbalingga',
    alamat: 'Sekolah di dekat alun-alun Purbalingga, sebelah utara kantor pos',
  });
  await world.settled();
  expect((await world.api(`/parked/${parked.id}/retry`, { method: 'POST' })).status).toBeLessThan(300);
  await linked(number, 'laporgub');
  expect(province.cases.length).toBe(before + 1);
});

test('an unknown label is kept, changes nothing, and waits for its mapping', async () => {
  const { home, province } = world;
  const nomor = await home.play('lapor', null, {
    ...PROVINCIAL,
    isi: `${PROVINCIAL.isi} kemarin sore`,
    kewenangan: 'provinsi',
  });
  const number = await world.numberOf(home, nomor);
  const { external_id: tiket } = await linked(number, 'laporgub');
  await province.play('status', tiket, { label: 'Menunggu Anggaran' });
  await eventually(async () => {
    const { rows } = await world.pool.query(
      `select from inbox where state = 'parked' and code = 'unknown_label' and case_key = $1`,
      [tiket],
    );
    expect(rows.length).toBeGreaterThan(0);
  });
  expect((await complaint(number)).status).toBe('assigned');
  await province.play('tanggapan', tiket, { isi: 'Tanggapan sesudah label asing' });
  await eventually(() => expect(home.says(nomor, 'Tanggapan sesudah label asing')).toBe(1));
});
