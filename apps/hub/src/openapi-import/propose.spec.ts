import { readDocument } from './document.ts';
import { propose, type Proposal } from './propose.ts';

const PROFILE = `
base_url: https://lama.example
auth: { scheme: bearer, token: x }
requests:
  create:
    method: POST
    path: /api/aduan
    body: { isi_aduan: text, kategori: category, lokasi: { lat: location.lat } }
    answer: { external_id: data.tiket }
  detail:
    method: GET
    path: /api/aduan/{externalId}
    answer: { case: data }
statuses:
  in: { Selesai: { status: resolved } }
`;

const DOCUMENT = {
  openapi: '3.0.3',
  servers: [{ url: 'https://layanan.example/v2' }],
  components: {
    securitySchemes: { kunci: { type: 'apiKey', in: 'header', name: 'X-KUNCI' } },
    schemas: {
      Laporan: {
        type: 'object',
        properties: {
          nomor_tiket: { type: 'string', description: 'nomor laporan' },
          keadaan: { type: 'string' },
          status: { type: 'string', enum: ['Selesai', 'Diproses'] },
        },
      },
    },
  },
  paths: {
    '/laporan': {
      post: {
        operationId: 'buatLaporan',
        summary: 'Membuat laporan baru',
        requestBody: {
          content: {
            'application/json': {
              schema: {
                properties: {
                  uraian: { type: 'string', description: 'isi laporan' },
                  kategori: { type: 'string' },
                  lokasi: { properties: { lintang: { type: 'number' } } },
                },
              },
            },
          },
        },
        responses: { 201: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Laporan' } } } } },
      },
    },
    '/laporan/{nomor}': {
      get: {
        operationId: 'lihatLaporan',
        responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Laporan' } } } } },
      },
    },
  },
};

const proposals = (document: unknown = DOCUMENT): Record<string, Proposal> => {
  const platform = readDocument(document);
  const all = platform && propose(PROFILE, platform);
  if (!all) throw new Error('not read');
  return Object.fromEntries(all.map((proposal) => [proposal.key, proposal]));
};

test('a document proposes the path, our own places kept, and says why', () => {
  const seen = proposals();
  expect(seen['requests.create.path']).toMatchObject({ current: '/api/aduan', proposed: '/v2/laporan' });
  expect(seen['requests.detail.path']).toMatchObject({ proposed: '/v2/laporan/{externalId}' });
  expect(seen['requests.create.path']?.reason).toContain('Membuat laporan baru');
  expect(seen['requests.create.method']).toBeUndefined();
});

test('fields that the document does not know are proposed by what they mean', () => {
  const seen = proposals();
  expect(seen['requests.create.body.isi_aduan']).toMatchObject({ proposed: 'uraian' });
  expect(seen['requests.create.body.lokasi.lat']).toMatchObject({ proposed: 'lokasi.lintang' });
  expect(seen['requests.create.body.kategori']).toBeUndefined();
  expect(seen['requests.create.answer.external_id']).toMatchObject({ proposed: 'nomor_tiket' });
});

test('address, signing in and statuses without a meaning are proposed too', () => {
  const seen = proposals();
  expect(seen['base_url']).toMatchObject({ proposed: 'https://layanan.example' });
  expect(seen['auth.scheme']).toMatchObject({ current: 'bearer', proposed: 'header' });
  expect(Object.keys(seen).filter((key) => key.startsWith('statuses'))).toEqual(['statuses.in.Diproses']);
});

test('every proposal has a confidence between nothing and certainty, the surest first', () => {
  const all = Object.values(proposals());
  const sure = all.map(({ confidence }) => confidence);
  expect(sure).toEqual(sure.toSorted((one, other) => other - one));
  expect(sure.every((each) => each > 0 && each <= 1)).toBe(true);
});

test.each([
  ['a request without anything', 'requests: { create: null, detail: 5, tolak: [a] }'],
  ['signing in without a way', 'auth: null'],
  ['statuses without a table', 'statuses: { in: 7 }\nrequests: yes'],
  ['a path and a method that are none', 'requests: { create: { method: [POST], path: 3, body: lapor, answer: null } }'],
  [
    'a body within itself',
    'requests: { create: { method: POST, path: /api/aduan, body: &a { isi: *a, judul: title } } }',
  ],
  ['nothing at all', ''],
  ['no pairs', 'satu kalimat'],
])('a draft with %s is compared as far as it goes', (_what, draft) => {
  const platform = readDocument(DOCUMENT);
  expect(platform && propose(draft, platform)).toContainEqual(expect.objectContaining({ key: 'auth.scheme' }));
});

test.each(['a: [1', 'a: 1\n  b: 2', 'a: *tidak_ada'])(
  'a draft that is no YAML is compared with nothing: %j',
  (draft) => {
    const platform = readDocument(DOCUMENT);
    expect(platform && propose(draft, platform)).toBeNull();
  },
);

test('Swagger 2 and YAML are read as well', () => {
  const yaml = `
swagger: "2.0"
host: layanan.example
basePath: /v1
paths:
  /laporan:
    post:
      summary: buat laporan
      parameters: [{ in: body, name: body, schema: { properties: { uraian: { type: string } } } }]
      responses: { "200": { schema: { properties: { nomor: { type: string } } } } }
`;
  expect(proposals(yaml)['requests.create.path']).toMatchObject({ proposed: '/v1/laporan' });
});

test.each([['teks biasa'], [{}], [{ openapi: '3.0.0' }], [null], ['{"openapi": "3.0.0", "paths": '], [[1]]])(
  'what is no such document is told apart: %j',
  (document) => expect(readDocument(document)).toBeNull(),
);

test('a document that refers to itself ends', () => {
  const schema = { properties: { anak: { $ref: '#/components/schemas/Simpul' } } };
  const paths = {
    '/a': { post: { requestBody: { content: { j: { schema: { $ref: '#/components/schemas/Simpul' } } } } } },
  };
  expect(
    readDocument({ openapi: '3.1.0', components: { schemas: { Simpul: schema } }, paths })?.operations,
  ).toHaveLength(1);
});

test('schemas that all refer to each other are read at once, and the names nearest to the root are there', () => {
  const names = Array.from({ length: 10 }, (_none, n) => `bagian${n}`);
  const refs = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]));
  const schemas = Object.fromEntries(
    names.map((name) => [name, { properties: { ...refs, uraian: {}, nomor_tiket: {} }, allOf: Object.values(refs) }]),
  );
  const content = { json: { schema: refs['bagian0'] } };
  const operation = { summary: 'Membuat laporan', requestBody: { content }, responses: { 200: { content } } };
  const paths = Object.fromEntries(Array.from({ length: 100 }, (_none, n) => [`/v${n}/laporan`, { post: operation }]));
  const begun = process.cpuUsage();
  const document = readDocument({ openapi: '3.1.0', components: { schemas }, paths });
  const seen = document && propose(PROFILE, document);
  const { user, system } = process.cpuUsage(begun);
  expect((user + system) / 1_000).toBeLessThan(1_000);
  expect(document?.operations).toHaveLength(100);
  expect(seen).toContainEqual(expect.objectContaining({ key: 'requests.create.body.isi_aduan', proposed: 'uraian' }));
});
