import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Api, startApi } from './api.ts';
import { seedComplaint, seedEvent, seedLink } from './seed.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const get = (path: string) => api.get(path, { headers: {} });
const EVIL = `<b>&"'\u0000\u0001`;

async function answered() {
  const complaint = await seedComplaint(api, {
    status: 'in_progress',
    handler: 'desa',
    category: 'road',
    opd: 'DPUPR',
  });
  await seedLink(api, complaint, 'desa', 'handler', `D-${complaint.number}`, 'https://desa.example/5');
  const said = { id: `r${complaint.number}`, externalId: 'x', at: '2026-01-06T03:00:00.000Z', text: EVIL };
  const office = { role: 'office' as const, name: 'DPUPR' };
  await seedEvent(api, complaint, { ...said, type: 'replied', author: office, public: true, attachments: [] }, 'kept');
  await seedEvent(
    api,
    complaint,
    {
      ...said,
      id: `i${complaint.number}`,
      type: 'replied',
      author: office,
      public: false,
      text: 'Catatan dalam',
      attachments: [],
    },
    'kept',
  );
  return complaint;
}

test('the page as data says what the page says, to any site', async () => {
  const { token, number } = await answered();
  const { headers, body, text } = await get(`/lacak/${token}.json?lang=en`);
  expect(body).toMatchObject({
    number,
    status: 'in_progress',
    status_label: 'In progress',
    handler: 'Aduan Desa',
    opd: 'DPUPR',
    subject: 'Roads',
  });
  expect(body['entries']).toEqual([
    {
      at: '2026-01-06T03:00:00.000Z',
      heading: 'Reply from DPUPR',
      via: 'through Aduan Kota',
      text: expect.stringContaining('<b>'),
    },
    { at: '2026-01-05T02:03:04.000Z', heading: 'Complaint received', via: null, text: null },
  ]);
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(text).not.toMatch(/Catatan dalam|Siti|62812/);
});

test('a feed reader gets well-formed Atom whose ids stay', async () => {
  const { token } = await answered();
  const [first, second] = [await get(`/lacak/${token}.atom`), await get(`/lacak/${token}.atom`)];
  expect(first.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  expect(first.text).toBe(second.text);
  expect(first.text.match(/<entry>/g)).toHaveLength(2);
  expect(first.text).toContain('<content type="text">&lt;b&gt;&amp;&quot;&#39;</content>');
  expect(first.text).toContain(`<link rel="self" href="${api.url}/lacak/${token}.atom"/>`);
  // oxlint-disable-next-line no-control-regex -- XML has no place for them
  expect(first.text).not.toMatch(/[\u0000-\u0008]|Catatan dalam/);
});

test('a badge shows number and status, and may be shown anywhere', async () => {
  const { token, number } = await answered();
  const { headers, text } = await get(`/lacak/${token}/badge.svg`);
  expect(headers.get('content-type')).toBe('image/svg+xml');
  expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(text).toContain(`aria-label="Aduan ${number}: Diproses"`);
  expect(text).not.toMatch(/<script|href=/);
});

test.each(['.json', '.atom', '/badge.svg'])(
  'a rahasia complaint has no %s, as a token that is nobody’s has none',
  async (what) => {
    const { token } = await seedComplaint(api, { marks: { anonim: false, rahasia: true } });
    const [rahasia, unknown] = [await get(`/lacak/${token}${what}`), await get(`/lacak/${'A'.repeat(22)}${what}`)];
    expect([rahasia.status, unknown.status, rahasia.text, unknown.text]).toEqual([404, 404, '', '']);
  },
);
