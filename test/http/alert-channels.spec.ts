import { type Api, startApi } from './api.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

interface Channel {
  id: string;
  errors?: { field: string }[];
}
const NEW = { kind: 'webhook', name: 'Ruang jaga', target: 'https://jaga.example/simpul' };
const OWN = {
  kinds: ['instance_paused'],
  quiet_from: '21:00',
  quiet_to: '06:00',
  urgent_passes: false,
  enabled: false,
};
const make = (more: object = {}) => api.post<Channel>('/api/v1/alert-channels', { ...NEW, ...more });
const change = (id: string, changes: object) =>
  api.get<Channel>(`/api/v1/alert-channels/${id}`, {
    method: 'PATCH',
    headers: api.headers,
    body: JSON.stringify(changes),
  });

test('a channel of which nothing else is said hears of everything, at all times', async () => {
  const usual = { kinds: [], quiet_from: null, quiet_to: null, urgent_passes: true, enabled: true };
  expect((await make()).body).toMatchObject({ ...NEW, ...usual });
});

test.each([
  ['its name', { name: 'Ruang lain' }],
  ['whether it is on', { enabled: true }],
  ['its kinds', { kinds: [] }],
  ['what passes its quiet times', { urgent_passes: true }],
  ['that it has no quiet times', { quiet_from: null, quiet_to: null }],
  ['nothing', {}],
])('a change that names %s leaves the rest as it was', async (_what, changes) => {
  const { id } = (await make(OWN)).body;
  const { status, body } = await change(id, changes);
  expect([status, body]).toMatchObject([200, { ...NEW, ...OWN, ...changes }]);
});

test.each(['kinds', 'urgent_passes', 'enabled'])('null is no %s, neither at first nor later', async (field) => {
  const { id } = (await make()).body;
  for (const { status, body } of [await make({ [field]: null }), await change(id, { [field]: null })])
    expect([status, body.errors?.map((error) => error.field)]).toEqual([400, [field]]);
});
