import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aduan, message, signed as signedTo } from '../setup/lapor-masbup.ts';
import { eventually, startWorld, type World } from '../setup/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const signed = (body: string | Buffer, id?: string) => signedTo(world.url, body, id);

const inbox = async (id: string) => {
  const { rows } = await world.pool.query<{ state: string; code: string | null; reason: string | null }>(
    'select state, code, reason from inbox where delivery_id = $1',
    [id],
  );
  return rows[0];
};
const ended = (id: string) =>
  eventually(async () => {
    const row = await inbox(id);
    if (row?.state !== 'done' && row?.state !== 'parked') throw new Error(`${id} is still ${row?.state}`);
    return row;
  }, 40_000);
const textOf = async (nomor: string): Promise<string | undefined> => {
  const { rows } = await world.pool.query<{ text: string }>(
    'select text from complaint join link on complaint_id = complaint.id where external_id = $1',
    [nomor],
  );
  return rows[0]?.text;
};

describe('signed but not understood: kept, answered 2xx, parked with a reason', () => {
  test.each<[string, string | Buffer]>([
    ['no JSON at all', 'ini bukan JSON'],
    ['an empty body', ''],
    ['JSON that is a list', '[1, 2, 3]'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
    ['JSON 20,000 levels deep', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['a type nobody knows', message('aduan.dihapus', { nomor: 'LMB-2026-000001' })],
    ['a complaint without its text', message('aduan.dibuat', { ...aduan(), isi: undefined })],
    ['a complaint with a date that is none', message('aduan.dibuat', aduan({ dibuat: '2026-13-45T99:00:00+07:00' }))],
    ['a complaint with a number for a text', message('aduan.dibuat', aduan({ isi: { teks: 'bukan teks' } }))],
  ])('%s', async (_name, body) => {
    const id = randomUUID();
    expect(await signed(body, id)).toBe(202);
    const row = await ended(id);
    expect(row).toMatchObject({ state: 'parked', reason: expect.stringMatching(/\S{3,}/) });
  });

  test('a status nobody knows is parked and can be read again once it is mapped', async () => {
    const data = aduan();
    await signed(message('aduan.dibuat', data));
    const id = randomUUID();
    const { nomor } = data;
    await signed(
      message('aduan.status', {
        nomor,
        status: 'menunggu_anggaran',
        keterangan: null,
        waktu: '2026-11-20T09:00:00+07:00',
        oleh: 'Admin',
      }),
      id,
    );
    expect(await ended(id)).toMatchObject({ state: 'parked', code: 'unknown_label' });
    const { body } = await world.api<{ data: { id: string; reason: string }[] }>('/parked?kind=message');
    const parked = body.data.find(({ reason }) => reason.includes('menunggu_anggaran'));
    expect((await world.api(`/parked/${parked?.id}/retry`, { method: 'POST' })).status).toBeLessThan(300);
    expect(await ended(id)).toMatchObject({ state: 'parked' });
  });

  test('the raw bytes are kept, and not readable without the key', async () => {
    const id = randomUUID();
    await signed('rahasia pelapor di dalam badan yang rusak', id);
    const { rows } = await world.pool.query<{ body: Buffer }>('select body from inbox where delivery_id = $1', [id]);
    expect(rows[0]?.body.length).toBeGreaterThan(40);
    expect(rows[0]?.body.includes(Buffer.from('rahasia pelapor'))).toBe(false);
  });
});

describe('hostile text', () => {
  test.each<[string, string, string]>([
    ['NUL characters', 'Jalan\\u0000rusak', 'Jalanrusak'],
    ['a lone surrogate', 'Lampu \\ud83d mati', 'Lampu \ufffd mati'],
    ['Windows line ends', 'Baris satu\\r\\nbaris dua', 'Baris satu\nbaris dua'],
    ['decomposed letters', 'cafe\\u0301 desa', 'café desa'],
    ['a script', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ])('%s', async (_name, isi, expected) => {
    const data = aduan({ isi: 'ISI' });
    await signed(message('aduan.dibuat', data).replace('"ISI"', `"${isi}"`));
    await eventually(async () => expect(await textOf(data.nomor)).toBe(expected));
  });

  test('a text of 10,000 characters arrives whole', async () => {
    const data = aduan({ isi: 'kata '.repeat(2_000).trim() });
    await signed(message('aduan.dibuat', data));
    await eventually(async () => expect(await textOf(data.nomor)).toBe(data.isi));
  });

  test('a page of the citizen shows a script as text', async () => {
    const data = aduan({ isi: '<script>alert(1)</script> dan "kutip"' });
    await signed(message('aduan.dibuat', data));
    const token = await eventually(async () => {
      const { rows } = await world.pool.query<{ token: string }>(
        'select token from complaint join link on complaint_id = complaint.id where external_id = $1',
        [data.nomor],
      );
      return rows[0]?.token ?? Promise.reject(new Error('not there yet'));
    });
    expect(await (await fetch(`${world.url}/lacak/${token}`)).text()).not.toContain('<script>alert');
  });
});

describe('order', () => {
  test('the same message fifty times at once is one complaint', async () => {
    const data = aduan();
    const id = randomUUID();
    const statuses = await Promise.all(Array.from({ length: 50 }, () => signed(message('aduan.dibuat', data), id)));
    expect(new Set(statuses)).toEqual(new Set([202]));
    await ended(id);
    const { rows } = await world.pool.query('select from link where external_id = $1', [data.nomor]);
    expect(rows).toHaveLength(1);
  });

  test('the same id with another body is a conflict that a person sees', async () => {
    const id = randomUUID();
    await signed(message('aduan.dibuat', aduan()), id);
    expect(await signed(message('aduan.dibuat', aduan()), id)).toBe(202);
    const { rows } = await world.pool.query(`select from inbox where delivery_id like $1 and state = 'parked'`, [
      `${id}#%`,
    ]);
    expect(rows).toHaveLength(1);
  });

  test('a reply before its complaint waits for it', async () => {
    const data = aduan();
    const { nomor } = data;
    const tanggapan = {
      id: `t-${nomor}`,
      isi: 'Datang lebih dulu',
      penulis: { nama: 'DLH', peran: 'admin_opd' },
      publik: true,
      lampiran: [],
      waktu: '2026-11-20T09:00:00+07:00',
    };
    const early = randomUUID();
    await signed(message('aduan.tanggapan', { nomor, tanggapan }), early);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await inbox(early))?.state).toBe('waiting');
    await signed(message('aduan.dibuat', data));
    await ended(early);
    const { rows } = await world.pool.query(`select body ->> 'text' as text from event where event_id like $1`, [
      `%t-${nomor}`,
    ]);
    expect(rows).toEqual([{ text: 'Datang lebih dulu' }]);
  });

  test('a status that comes late does not undo a later one', async () => {
    const data = aduan();
    const { nomor } = data;
    await signed(message('aduan.dibuat', data));
    const status = (label: string, waktu: string) =>
      message('aduan.status', { nomor, status: label, keterangan: null, waktu, oleh: 'Admin' });
    await signed(status('selesai', '2026-11-20T12:00:00+07:00'));
    const late = randomUUID();
    await signed(status('diproses', '2026-11-20T11:00:00+07:00'), late);
    await ended(late);
    const { rows } = await world.pool.query(
      'select status from complaint join link on complaint_id = complaint.id where external_id = $1',
      [nomor],
    );
    expect(rows).toEqual([{ status: 'resolved' }]);
  });
});

test('nothing that was acknowledged is missing from the inbox', async () => {
  const ids = Array.from({ length: 200 }, () => randomUUID());
  const statuses = await Promise.all(ids.map((id) => signed(message('aduan.dibuat', aduan()), id)));
  const acknowledged = ids.filter((_id, index) => statuses[index] === 202);
  const { rows } = await world.pool.query<{ n: number }>(
    'select count(*)::int as n from inbox where delivery_id = any($1)',
    [acknowledged],
  );
  expect(rows[0]?.n).toBe(acknowledged.length);
});
