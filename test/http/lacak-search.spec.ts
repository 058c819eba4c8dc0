import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reporterCode } from '#sync';
import { type Api, startApi } from './api.ts';
import { seedComplaint, type Seeded } from './seed.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const codeOf = ({ id }: Seeded) => reporterCode(api.runtime.hub.sealer, id);
const search = (nomor: string, kode: string, headers: Record<string, string> = {}) =>
  api.get('/lacak', { method: 'POST', body: new URLSearchParams({ nomor, kode }), headers, redirect: 'manual' });
const cookieIn = (headers: Headers) => headers.get('set-cookie')?.split(';')[0] ?? '';
const open = (token: string, cookie = '', query = '') => api.get(`/lacak/${token}${query}`, { headers: { cookie } });

test('number and code lead to the complaint', async () => {
  const complaint = await seedComplaint(api);
  const { status, headers } = await search(` ${complaint.number.toLowerCase()} `, codeOf(complaint).toLowerCase());
  expect([status, headers.get('location')]).toEqual([303, `/lacak/${complaint.token}`]);
  expect(headers.get('set-cookie')).toMatch(
    new RegExp(
      `^pelapor=\\d+\\.[\\w-]+; Max-Age=43200; Path=/lacak/${complaint.token}; Expires=[^;]+; HttpOnly; SameSite=Lax$`,
    ),
  );
});

test('a rahasia complaint is shown to its reporter alone', async () => {
  const complaint = await seedComplaint(api, { marks: { anonim: true, rahasia: true }, text: 'Hal yang peka' });
  const other = await seedComplaint(api);
  const cookie = cookieIn((await search(complaint.number, codeOf(complaint))).headers);
  const foreign = cookieIn((await search(other.number, codeOf(other))).headers);
  expect((await open(complaint.token, cookie)).text).toContain('Hal yang peka');
  for (const not of ['', foreign, cookie.replace(/\.\w/, '.x'), cookie.replace(/=\d+/, '=9999999999999'), 'pelapor=']) {
    expect((await open(complaint.token, not)).status).toBe(404);
  }
});

test('a wrong code and a number that is nobody’s are answered alike, and the code is not written back', async () => {
  const { number } = await seedComplaint(api);
  const [wrong, unknown] = await Promise.all([search(number, 'AAAA-BBBB'), search('SA-2026-999999', 'AAAA-BBBB')]);
  expect([wrong.status, unknown.status]).toEqual([422, 422]);
  expect(wrong.text.replaceAll(number, '')).toBe(unknown.text.replaceAll('SA-2026-999999', ''));
  expect(wrong.text).toContain('Nomor dan kode itu tidak cocok');
  expect(wrong.text).not.toContain('AAAA-BBBB');
});

test('after ten wrong codes in an hour the right one is refused too; other complaints are not touched', async () => {
  const complaint = await seedComplaint(api);
  const other = await seedComplaint(api);
  const answers = await Promise.all(Array.from({ length: 12 }, () => search(complaint.number, 'AAAA-BBBB')));
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(10);
  expect((await search(complaint.number, codeOf(complaint))).status).toBe(429);
  expect((await search(other.number, codeOf(other))).status).toBe(303);
});

test('another site’s page can’t search here in a citizen’s name', async () => {
  const complaint = await seedComplaint(api);
  const answer = await search(complaint.number, codeOf(complaint), { 'sec-fetch-site': 'cross-site' });
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
});

test.each(['', 'nomor=%00&kode=a', 'nomor=a&nomor=b&kode=%00', 'nomor=%FF&kode[]=1'])(
  '%j is no search, and no fault',
  async (form) => {
    const body = new URLSearchParams(form);
    expect((await api.get('/lacak', { method: 'POST', body, headers: {} })).status).toBe(422);
  },
);

describe('a shared link', () => {
  test('previews as the number and nothing else of the complaint', async () => {
    const { token, number } = await seedComplaint(api, { title: 'Judul rahasia hati', text: 'Isi yang panjang' });
    const { text } = await open(token);
    const metas = text.match(/<(meta|title)[^>]*>[^<]*/g)?.join('\n') ?? '';
    expect(metas).toContain(`<meta property="og:title" content="Aduan ${number}">`);
    expect(metas).toContain(`<meta property="og:url" content="${api.url}/lacak/${token}">`);
    expect(metas).not.toMatch(/Judul|Isi yang|DPUPR|Siti/);
  });

  test('opens in English where it asks for it, and leads back', async () => {
    const { token } = await seedComplaint(api, { status: 'resolved', outcome: 'dijadwalkan', category: 'road' });
    const { text } = await open(token, '', '?lang=en');
    expect(text).toContain('<html lang="en"');
    expect(text).toContain('the repair is scheduled, not carried out yet');
    expect(text).toContain(`<a class="lang" href="/lacak/${token}" hreflang="id" lang="id">Bahasa Indonesia</a>`);
    expect(text).not.toMatch(/Perjalanan|Giliran|Diajukan/);
  });
});
