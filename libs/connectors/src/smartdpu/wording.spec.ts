import { parse as parseYaml, stringify } from 'yaml';
import type { SimulatedAnswer, SimulatedRequest } from '#connector/testing';
import { type Connected, connect, hear, opened, PROFILE, replied, to } from './samples.ts';
import { SmartdpuSimulator } from './simulator.ts';

/** SMARTDPU as its true document might have it: the same platform, not one word the same. */
const OTHER_WORDS = new Map(
  Object.entries({
    api: 'v2',
    laporan: 'tiket_masuk',
    komentar: 'catatan',
    perubahan: 'riwayat',
    id: 'nomor',
    kode: 'nomor_tiket',
    id_pelaporan_luar: 'nomor_mitra',
    jenis: 'golongan',
    deskripsi: 'uraian',
    nama_ruas: 'ruas',
    kecamatan: 'wilayah',
    lat: 'y',
    lng: 'x',
    foto: 'gambar',
    foto_url: 'alamat_gambar',
    status: 'keadaan',
    waktu: 'pada',
    isi: 'teks',
    pengirim: 'oleh',
    setelah_id: 'mulai',
    limit: 'banyak',
    laporan_id: 'nomor_induk',
    data: 'hasil',
    error: 'galat',
    success: 'beres',
    message: 'sebab',
    Diterima: 'Baru',
    Survei: 'Ditinjau',
    Terjadwal: 'Antre',
    Dikerjakan: 'Jalan',
    Selesai: 'Rampung',
    Ditolak: 'Kembali',
    VALIDASI: 'E1',
    SIBUK: 'E2',
    KUNCI_SALAH: 'E3',
    jalan_rusak: 'J2',
    jalan_berlubang: 'J1',
    jembatan: 'B1',
    drainase: 'D1',
    talud: 'T1',
    penerangan_jalan: 'P1',
    lainnya: 'L1',
  }),
);
const OWN_WORDS = new Map([...OTHER_WORDS].map(([own, other]) => [other, own]));
const reword = (text: string, words: Map<string, string>): string =>
  text.replace(/[A-Za-z_][A-Za-z_0-9]*/g, (word) => words.get(word) ?? word);

class OtherSmartdpu extends SmartdpuSimulator {
  spoken = '';

  protected override async answer(request: SimulatedRequest): Promise<SimulatedAnswer> {
    const own = (text: string): string => reword(text, OWN_WORDS);
    this.spoken += `${request.path} ${request.query.toString()} ${request.body.toString()}`;
    const body = Buffer.from(own(request.body.toString('latin1')), 'latin1');
    const type = request.headers['content-type'] ?? '';
    const { 'x-kunci': key, ...headers } = request.headers;
    const answer = await super.answer({
      ...request,
      path: own(request.path),
      query: new URLSearchParams(own(request.query.toString())),
      headers: { ...headers, 'x-api-key': key },
      body,
      form: () => new URLSearchParams(body.toString('utf8')),
      multipart: () => new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData(),
    });
    const told = reword(JSON.stringify(answer.body), OTHER_WORDS);
    this.spoken += told;
    return { ...answer, body: JSON.parse(told) };
  }
}

interface Profile {
  auth: object;
  errors: { codes: object };
  requests: Record<string, Record<string, object>>;
  read: object;
  feed: { kinds: object };
  statuses: { in: object };
  categories: { in: object; out: object };
}

/** The shipped profile with the platform's words exchanged, and nothing else: our own words stand where they stood. */
function otherProfile(): string {
  const profile: Profile = parseYaml(PROFILE);
  const values = (tree: unknown): unknown =>
    JSON.parse(JSON.stringify(tree), (_key, value: unknown) =>
      typeof value === 'string' ? reword(value, OTHER_WORDS) : value,
    );
  const keys = (map: object): object =>
    Object.fromEntries(Object.entries(map).map(([key, value]) => [reword(key, OTHER_WORDS), value]));
  const requests = Object.entries(profile.requests).map(
    ([name, { path, query = {}, body, answer, files, ...request }]) => [
      name,
      {
        ...request,
        path: values(path),
        query: keys(query),
        ...(body && { body: keys(body) }),
        answer: values(answer),
        ...(files && { files: { ...files, field: 'gambar[]' } }),
      },
    ],
  );
  return stringify({
    ...profile,
    auth: { ...profile.auth, name: 'X-Kunci' },
    errors: { ...(values(profile.errors) as object), codes: keys(profile.errors.codes) },
    requests: Object.fromEntries(requests),
    read: values(profile.read),
    feed: { ...profile.feed, kinds: values(profile.feed.kinds) },
    statuses: { ...profile.statuses, in: keys(profile.statuses.in) },
    categories: { in: keys(profile.categories.in), out: values(profile.categories.out), otherwise: 'L1' },
  });
}

test('the same day in a profile whose every word differs is the same to us', async () => {
  const day = async (connection: Connected, simulator: SmartdpuSimulator): Promise<unknown> => {
    const { externalId, label } = await connection.push.opened.send(opened());
    await connection.push.replied.send(replied('Mohon ditindaklanjuti'), to(externalId));
    await simulator.play('status', externalId, { status: 'Survei', isi: 'Menuju lokasi' });
    await simulator.play('tolak', externalId, { isi: 'Bukan wewenang kami' });
    const events = (await hear(connection)).map((event) => ({ ...event, label: '', at: '' }));
    const snapshot = Buffer.from(JSON.stringify(await connection.fetch(externalId)));
    const { events: states } = await connection.parse({ kind: 'case', headers: {}, body: snapshot });
    const refused = connection.push.opened.send(opened({ reference: 'x'.repeat(41) }));
    await expect(refused).rejects.toMatchObject({ failure: 'rejected' });
    return { externalId, labelled: label !== undefined, events, states: states.map(({ type }) => type) };
  };
  const [other, shipped] = [new OtherSmartdpu(), new SmartdpuSimulator()];
  const theirs = await day(connect(await other.listen(), otherProfile()), other);
  const ours = await day(connect(await shipped.listen()), shipped);
  await Promise.all([other.close(), shipped.close()]);
  expect(theirs).toEqual(ours);
  expect(theirs).toMatchObject({
    events: [{ status: 'assigned' }, { type: 'replied', own: true }, { status: 'in_progress' }, { type: 'returned' }],
    states: ['opened', 'returned'],
  });
  expect(other.spoken).toMatch(/nomor_mitra[\s\S]*Kembali/);
  expect(other.spoken.replaceAll('form-data', '')).not.toMatch(
    new RegExp(`\\b(${[...OTHER_WORDS.keys()].join('|')})\\b`),
  );
});
