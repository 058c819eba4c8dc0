import { inviteFirstAdmin } from '../../apps/hub/src/http/accounts/first-admin.ts';
import { type Api, startApi } from './api.ts';
import { PASSWORD } from './person.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const post = (path: string, body: object) =>
  api.get<{ user: { role: string } }>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('of processes that start together on an empty database one invites the first admin, and none does later', async () => {
  const { pool, sealer } = api.runtime.hub;
  const start = () => inviteFirstAdmin(pool, sealer, 'Admin@Contoh.test', 'https://aduan.example.go.id');
  const links = (await Promise.all([start(), start(), start()])).filter((link) => link !== null);
  expect(links).toEqual([expect.stringMatching(/^https:\/\/aduan\.example\.go\.id\/masuk\?undangan=[\w-]{43}$/)]);
  expect(await start()).toBeNull();

  const token = new URL(links[0] ?? '').searchParams.get('undangan');
  expect((await post(`/api/v1/invitations/${token}`, { password: PASSWORD })).status).toBe(200);
  const { status, body } = await post('/api/v1/session', { email: 'admin@contoh.test', password: PASSWORD });
  expect([status, body.user.role]).toEqual([200, 'admin_utama']);
});
