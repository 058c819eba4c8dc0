import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, startWorld, type World } from '../setup/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({}, undefined, { channels: true });
});
afterAll(() => world.stop());

const HOUR_MS = 3_600_000;
const PATIENCE_MS = 30_000;

let count = 0;
const citizen = () => {
  count += 1;
  return { nama: `Warga Contoh ${count}`, nomor: `62899000${String(1000 + count)}` };
};
const whatsapp = () => world.platform('whatsapp');
/** What stands in the citizen's chat. */
const chat = (id: string): string => whatsapp().shown(id).lines.join('\n');
/** Waits until the hub has said it to the citizen. */
const heard = (id: string, words: string | RegExp) =>
  eventually(() => {
    if (words instanceof RegExp) expect(chat(id)).toMatch(words);
    else expect(chat(id)).toContain(words);
  }, PATIENCE_MS);
const numberIn = async (id: string): Promise<string> => {
  await heard(id, /SA-\d{4}-\d{6}/);
  return /SA-\d{4}-\d{6}/.exec(chat(id))?.[0] ?? '';
};

test('a photo and "jln depan pasar bobotsari bolong" get a number, are mended by the public works, and are told so', async () => {
  const { home, works } = world;
  const warga = citizen();
  const id = await whatsapp().play('kirim', null, {
    ...warga,
    isi: 'jln depan pasar bobotsari bolong',
    foto: 'dengan foto',
  });
  const number = await numberIn(id);
  expect(chat(id)).toContain(`${world.url}/lacak/`);

  const nomor = await world.caseAt(number, 'lapor-masbup');
  expect(home.shown(nomor).lines.join('\n')).toContain('jln depan pasar bobotsari bolong');
  await home.play('verifikasi', nomor);
  await home.play('disposisi', nomor, { kewenangan: 'kabupaten', kategori: 'perbaikan-jalan', opd: 'DPUPR' });
  const laporan = await world.caseAt(number, 'smartdpu');
  await works.play('status', laporan, { status: 'Dikerjakan', isi: 'Penambalan dimulai pagi ini' });
  await heard(id, `Kabar aduan ${number}: Diproses. Penambalan dimulai pagi ini`);
  expect(chat(id)).not.toContain('[templat');

  await world.settled();
  world.pass(25 * HOUR_MS);
  await works.play('status', laporan, { status: 'Selesai', isi: 'Lubang ditutup' });
  await heard(id, /\[templat aduan_selesai\].*Selesai/);
  await eventually(async () => {
    const { rows } = await world.pool.query<{ state: string }>(
      `select m.state from message m join complaint c on c.id = m.complaint_id
       where c.number = $1 and m.direction = 'out' order by m.created_at`,
      [number],
    );
    for (const { state } of rows) expect(['sent', 'delivered', 'read']).toContain(state);
  });
}, 180_000);

test('who answers "belum" to it is heard by the office, under the same number', async () => {
  const { home } = world;
  const id = await whatsapp().play('kirim', null, { ...citizen(), isi: 'lampu jalan desa Bokol Kemangkon mati' });
  const number = await numberIn(id);
  const nomor = await world.caseAt(number, 'lapor-masbup');
  await home.play('tanggapan', nomor, { isi: 'Teknisi datang hari ini', nama: 'DINHUB', peran: 'admin_opd' });
  await heard(id, `Tanggapan DINHUB untuk aduan ${number}`);
  await whatsapp().play('balas', id, { isi: 'matur nuwun, kami tunggu' });
  await eventually(() => expect(home.says(nomor, 'matur nuwun, kami tunggu')).toBe(1), PATIENCE_MS);
  await whatsapp().play('balas', id, { isi: `STATUS ${number}` });
  await heard(id, `Aduan ${number}:`);
}, 120_000);

test('nowhere in the database does a telephone number stand in plain, nor in what a message id spells out', async () => {
  const { rows: tables } = await world.pool.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const number = '62899000';
  // Each of the three ways in which base64 can cut it, and the bytes as the database shows them.
  const cuts = [0, 1, 2].map((lead) =>
    Buffer.from('x'.repeat(lead) + number)
      .toString('base64')
      .slice(lead === 0 ? 0 : lead + 1, -4),
  );
  const spelled = [number, Buffer.from(number).toString('hex'), ...cuts];
  expect((await world.pool.query(`select from message where instance = 'whatsapp'`)).rowCount).toBeGreaterThan(0);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await world.pool.query<{ row: string }>(`select t::text as row from ${name} t`);
    for (const { row } of rows) if (spelled.some((each) => row.includes(each))) found.push(`${name}: ${row}`);
  }
  expect(found).toEqual([]);
});

test('who hides the number is answered all the same', async () => {
  const id = await whatsapp().play('kirim', null, {
    nama: 'Warga Tanpa Nomor',
    nomor: '',
    isi: 'selokan mampet di desa Bokol Kemangkon',
  });
  await numberIn(id);
}, 60_000);

describe('a thousand people at once, in one webhook', () => {
  test('are each heard once', async () => {
    await whatsapp().play('banyak', null, { jumlah: '1000' });
    await eventually(async () => {
      const { rows } = await world.pool.query<{ units: number; left: number }>(
        `select count(*)::int as units, count(*) filter (where state in ('new', 'waiting'))::int as left
         from inbox where instance = 'whatsapp' and kind = 'unit'`,
      );
      expect(rows[0]?.units).toBeGreaterThanOrEqual(1000);
      expect(rows[0]?.left).toBe(0);
    }, 120_000);
    const { rows } = await world.pool.query<{ n: number }>(
      `select count(*)::int as n from message where instance = 'whatsapp' group by hash having count(*) > 1`,
    );
    expect(rows).toEqual([]);
  }, 180_000);
});
