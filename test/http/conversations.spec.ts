import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { conversationOf, insertHeard, insertPerson, settleHeard } from '#store';
import { v7 as uuidv7 } from 'uuid';
import { type Api, startApi } from './api.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await spoken('terima kasih pak', 'thanks', '+628990000142');
  await spoken('pinjaman cepat cair', 'spam', '+628990000143');
});
afterAll(() => api.stop());

/** Something that somebody said to `kota`, dropped for a reason. */
async function spoken(text: string, reason: string, phone: string): Promise<void> {
  const { sealer } = api.runtime.hub;
  const person = { ids: [phone], name: 'Warga Contoh', phone };
  const instance = 'kota';
  const hash = sealer.hash(phone);
  const identity = sealer.sealJson(person);
  const personId = await insertPerson(api.pool, { instance, aliases: [hash], identity, phoneHash: hash });
  const address = sealer.sealJson({ kind: 'direct', id: phone });
  const { id: conversationId } = await conversationOf(api.pool, { instance, kind: 'direct', hash, address, personId });
  const id = uuidv7();
  const body = sealer.sealJson({ id: 'x', text, attachments: [] });
  const row = { id, instance, conversationId, direction: 'in' as const, hash: sealer.hash(text), body };
  await insertHeard(api.pool, { ...row, at: '2026-11-24T01:00:00Z', state: 'collected', inboxId: '1' });
  await settleHeard(api.pool, [id], 'dropped', { reason });
}

test('conversations show who speaks without their number, and not what they said', async () => {
  const { body, text } = await api.get<{ data: object[] }>('/api/v1/conversations?instance=kota');
  expect(body.data).toHaveLength(2);
  expect(body.data[1]).toMatchObject({ kind: 'direct', person: '+6289•••0142', complaint: null, messages: 1 });
  expect(text).not.toContain('terima kasih');
  expect(text).not.toContain('Warga Contoh');
  expect((await api.get<{ data: object[] }>('/api/v1/conversations?kind=comment')).body.data).toEqual([]);
});

test('what was dropped is shown with its reason and its words, page by page', async () => {
  const one = await api.get<{ data: object[]; next_cursor: string }>('/api/v1/drops?limit=1');
  expect(one.body.data).toMatchObject([
    { text: 'pinjaman cepat cair', reason: 'spam', reason_label: 'Iklan atau spam' },
  ]);
  const two = await api.get<{ data: object[] }>(`/api/v1/drops?limit=1&cursor=${one.body.next_cursor}`);
  expect(two.body.data).toMatchObject([{ text: 'terima kasih pak', person: '+6289•••0142' }]);
  expect((await api.get<{ data: object[] }>('/api/v1/drops?reason=spam')).body.data).toHaveLength(1);
});

test('nobody reads them without the key', async () => {
  for (const path of ['conversations', 'drops']) {
    expect((await api.get(`/api/v1/${path}`, { headers: {} })).status).toBe(401);
  }
});
