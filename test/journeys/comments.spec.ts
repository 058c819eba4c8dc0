import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PostsSimulator } from '#connector/testing';
import { eventually, startWorld, type World } from '../setup/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({}, undefined, { channels: true });
}, 60_000);
afterAll(() => world.stop());

const PATIENCE_MS = 60_000;
const TEST_MS = 180_000;
const NUMBER = /SA-\d{4}-\d{6}/;

const simulator = (name: string) => world.platform(name).simulator as PostsSimulator;
/** What stands below a comment, or in the conversation with somebody, as people see it. */
const lines = (name: string, caseId: string): string[] =>
  world.platform(name).cases.find(({ id }) => id === caseId)?.lines ?? [];
const ours = (name: string, caseId: string) => lines(name, caseId).filter((line) => / Kami: /.test(line));
const privately = (name: string, nama: string) => ours(name, `d:${simulator(name).person(nama).id}`);
const answered = (name: string, caseId: string, words: string | RegExp) =>
  eventually(() => expect(ours(name, caseId).join('\n')).toMatch(words), PATIENCE_MS);
const numberBelow = async (name: string, caseId: string): Promise<string> => {
  await answered(name, caseId, NUMBER);
  return NUMBER.exec(ours(name, caseId).join('\n'))?.[0] ?? '';
};
const complaints = async (channel: string): Promise<number> => {
  const { rowCount } = await world.pool.query('select from complaint where channel = $1', [channel]);
  return rowCount ?? 0;
};

describe('Instagram', () => {
  test(
    'a comment about a road of the regency is numbered below it and in private, mended by the public works, and told so',
    async () => {
      const isi = '@pemkab.contoh jalan kabupaten di desa Bokol Kemangkon rusak parah';
      const comment = await world.platform('instagram').play('komentar', null, { nama: 'warga.rahayu', isi });
      const number = await numberBelow('instagram', comment);
      await eventually(() => expect(privately('instagram', 'warga.rahayu').join('\n')).toContain(number), PATIENCE_MS);

      const laporan = await world.caseAt(number, 'smartdpu');
      await world.works.play('status', laporan, { status: 'Dikerjakan', isi: 'Penambalan mulai pagi ini' });
      await answered('instagram', comment, `Kabar aduan ${number}: Diproses`);
      const nomor = await world.caseAt(number, 'lapor-masbup');
      await world.home.play('tanggapan', nomor, { isi: 'Ditangani regu dua', nama: 'DPUPR', peran: 'admin_opd' });
      await answered('instagram', comment, `Ada tanggapan untuk aduan ${number}`);
      await world.works.play('status', laporan, { status: 'Selesai', isi: 'Lubang ditutup' });
      await answered('instagram', comment, `Kabar aduan ${number}: Selesai`);

      // For all to read: the number, where it stands and the link; nobody's name and no office's words.
      const below = ours('instagram', comment).join('\n');
      expect(below).not.toMatch(/rahayu|Penambalan|regu dua|Lubang/);
      expect(privately('instagram', 'warga.rahayu')).toHaveLength(1);
    },
    TEST_MS,
  );

  test(
    'who answers in private goes on with the same complaint',
    async () => {
      const isi = 'lampu jalan di desa Bokol Kemangkon mati';
      const comment = await world.platform('instagram').play('komentar', null, { nama: 'warga.lanjut', isi });
      const number = await numberBelow('instagram', comment);
      await eventually(() => expect(privately('instagram', 'warga.lanjut')).toHaveLength(1), PATIENCE_MS);
      const before = await complaints('instagram');
      const talk = `d:${simulator('instagram').person('warga.lanjut').id}`;
      await world.platform('instagram').play('balas', talk, { isi: 'dekat balai desa, sudah tiga malam' });
      const nomor = await world.caseAt(number, 'lapor-masbup');
      await eventually(() => expect(world.home.says(nomor, 'dekat balai desa')).toBe(1), PATIENCE_MS);
      expect(await complaints('instagram')).toBe(before);
    },
    TEST_MS,
  );
});

test.each(['instagram', 'facebook'])(
  'a comment on %s that staff have answered in private already gets its number and its news below it all the same',
  async (name) => {
    const isi = 'lampu jalan di desa Bokol Kemangkon padam';
    const comment = await world.platform(name).play('komentar', null, { nama: `warga.dijawab.${name}`, isi });
    for (const each of simulator(name).comments) each.isAnsweredPrivately = true;
    const number = await numberBelow(name, comment);
    const nomor = await world.caseAt(number, 'lapor-masbup');
    await world.home.play('tanggapan', nomor, { isi: 'Besok diganti', nama: 'DINHUB', peran: 'admin_opd' });
    await answered(name, comment, `Ada tanggapan untuk aduan ${number}`);
    expect(privately(name, `warga.dijawab.${name}`)).toEqual([]);
  },
  TEST_MS,
);

test.each([
  ['instagram', 6_000],
  ['tiktok', 16_000],
])(
  'below a comment on %s our news stands once and comes back as nobody’s word, though the answer takes %d ms',
  async (name, ms) => {
    const isi = 'lampu jalan di desa Bokol Kemangkon redup';
    const comment = await world.platform(name).play('komentar', null, { nama: `warga.lambat.${name}`, isi });
    const number = await numberBelow(name, comment);
    const nomor = await world.caseAt(number, 'lapor-masbup');
    const { faults } = world.platform(name);
    faults.on = ({ method, path }) => method === 'POST' && /repl(y|ies)/.test(path);
    faults.slow = ms;
    await world.home.play('tanggapan', nomor, { isi: 'Besok diganti', nama: 'DINHUB', peran: 'admin_opd' });
    await eventually(async () => {
      const { rows } = await world.pool.query(
        `select o.state from outbox o join complaint c on c.id = complaint_id
         where number = $1 and o.instance = $2 and o.body ->> 'say' = 'reply'`,
        [number, name],
      );
      expect(rows).toEqual([{ state: 'done' }]);
    }, PATIENCE_MS);
    faults.clear();
    expect(ours(name, comment).filter((line) => line.includes('Ada tanggapan'))).toHaveLength(1);
    const { rows } = await world.pool.query(
      `select e.body ->> 'text' as text from event e join complaint c on c.id = complaint_id
       where number = $1 and instance = $2 and type = 'replied' and effect <> 'echo'`,
      [number, name],
    );
    expect(rows).toEqual([]);
  },
  TEST_MS,
);

describe('TikTok', () => {
  test(
    'a comment about a road of the province goes to LaporGub by its words, and what the province says stands below it',
    async () => {
      const isi =
        'ruas jalan Bobotsari Karangreja rusak parah berlubang di desa Tlahab Lor, bahaya buat pengendara motor';
      const comment = await world.platform('tiktok').play('komentar', null, { nama: 'warga.tlahab', isi });
      const number = await numberBelow('tiktok', comment);
      const tiket = await world.caseAt(number, 'laporgub');
      await answered('tiktok', comment, `Kabar aduan ${number}: Didisposisi`);
      const oleh = 'Dinas Provinsi';
      await world.province.play('status', tiket, { status: 'Verifikasi' });
      await world.province.play('status', tiket, { status: 'Progress', isi: 'Ditambal bertahap', oleh });
      await answered('tiktok', comment, `Kabar aduan ${number}: Diproses`);
      await world.province.play('status', tiket, { status: 'Selesai', isi: 'Sudah ditambal', oleh });
      await answered('tiktok', comment, `Kabar aduan ${number}: Selesai`);
      expect(ours('tiktok', comment).join('\n')).not.toMatch(/tlahab|Ditambal|ditambal/);
      // There is no private answer to a comment there: none is tried.
      expect(privately('tiktok', 'warga.tlahab')).toEqual([]);
    },
    TEST_MS,
  );
});

test(
  'greetings, praise and advertisements below a post are no complaints, and an admin sees each with its reason',
  async () => {
    const before = await complaints('instagram');
    const said = { greeting: 'selamat pagi semuanya', praise: 'mantap pak lanjutkan', spam: 'promo slot gacor maxwin' };
    for (const isi of Object.values(said)) {
      await world.platform('instagram').play('komentar', null, { nama: 'warga.lain', isi });
    }
    await eventually(async () => {
      const { body } = await world.api<{ data: { text: string; reason: string }[] }>('/drops?instance=instagram');
      const dropped = Object.fromEntries(body.data.map(({ reason, text }) => [reason, text]));
      expect(dropped).toMatchObject(said);
    }, PATIENCE_MS);
    expect(await complaints('instagram')).toBe(before);
  },
  TEST_MS,
);

test.each(['instagram', 'facebook', 'tiktok'])(
  'what a webhook of %s told and what a poll reads is one complaint; what no webhook told is heard by the poll',
  async (name) => {
    const before = await complaints(name);
    const polled = async () => {
      const { rows } = await world.pool.query<{ at: Date | null }>(
        'select polled_at as at from instance where name = $1',
        [name],
      );
      return rows[0]?.at?.getTime() ?? 0;
    };
    const isi = 'jembatan di desa Bokol Kemangkon rusak parah';
    await numberBelow(name, await world.platform(name).play('komentar', null, { nama: `warga.${name}`, isi }));
    const told = Date.now();
    await eventually(async () => expect(await polled()).toBeGreaterThan(told), PATIENCE_MS);
    await eventually(async () => expect(await polled()).toBeGreaterThan(told + 600), PATIENCE_MS);
    expect(await complaints(name)).toBe(before + 1);

    simulator(name).setWebhookUrl(`${world.url}/tidak-ada`);
    await numberBelow(name, await world.platform(name).play('komentar', null, { nama: `warga.poll.${name}`, isi }));
    expect(await complaints(name)).toBe(before + 2);
  },
  TEST_MS,
);
