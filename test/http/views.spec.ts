import { type Api, startApi } from './api.ts';
import { loggedIn, seedPerson } from './person.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const person = async () => loggedIn(api, (await seedPerson(api, { role: 'auditor' })).id);
const jalan = { page: 'aduan', name: 'Jalan minggu ini', query: 'category=road&status=received' };

test('a view is kept with the account, under a name that gets new filters when it is used again', async () => {
  const siti = await person();
  const { body } = await siti.ask<{ id: string }>('POST', '/api/v1/views', jalan);
  await siti.ask('POST', '/api/v1/views', { ...jalan, name: 'JALAN minggu ini', query: 'category=bridge' });
  const { body: kept } = await siti.ask<{ data: object[] }>('GET', '/api/v1/views');
  expect(kept.data).toEqual([{ ...jalan, id: body.id, name: 'JALAN minggu ini', query: 'category=bridge' }]);
});

test('nobody sees or removes a view of somebody else', async () => {
  const [siti, budi] = [await person(), await person()];
  const { body } = await siti.ask<{ id: string }>('POST', '/api/v1/views', jalan);
  expect((await budi.ask('GET', '/api/v1/views')).body).toEqual({ data: [] });
  expect((await budi.ask('DELETE', `/api/v1/views/${body.id}`)).status).toBe(404);
  expect((await siti.ask('DELETE', `/api/v1/views/${body.id}`)).status).toBe(200);
  expect((await siti.ask('GET', '/api/v1/views')).body).toEqual({ data: [] });
});

test('a page that has no views, and more views than anybody needs, are refused', async () => {
  const siti = await person();
  expect((await siti.ask('POST', '/api/v1/views', { ...jalan, page: 'rahasia' })).status).toBe(400);
  const kept = await Promise.all(
    Array.from({ length: 60 }, (_none, index) => siti.ask('POST', '/api/v1/views', { ...jalan, name: `v${index}` })),
  );
  expect(kept.some(({ status }) => status === 409)).toBe(true);
});

test('whose number was searched for is not kept with the filters', async () => {
  const siti = await person();
  const { body } = await siti.ask<{ query: string }>('POST', '/api/v1/views', {
    ...jalan,
    query: 'phone=08123456789&status=received',
  });
  expect(body.query).toBe('status=received');
});
