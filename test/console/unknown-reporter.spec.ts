import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { pino } from 'pino';
import { PASSWORD, seedPerson } from '../http/person.ts';
import { eventually, startWorld, type World } from '../setup/world.ts';

const written: string[] = [];
let world: World;
beforeAll(async () => {
  world = await startWorld({}, pino({ level: 'info' }, { write: (line: string) => void written.push(line) }));
}, 120_000);
afterAll(() => world.stop());

/** A complaint of a citizen with a file that came along, as it stands once it was fetched. */
async function withFile(tanda: string, mime: string): Promise<{ number: string; token: string }> {
  const caseId = await world.home.play('lapor', null, {
    isi: 'Jalan rekaan di depan pasar Bobotsari berlubang dan membahayakan pengendara',
    kategori: 'perbaikan-jalan',
    kewenangan: 'provinsi',
    kecamatan: 'Bobotsari',
    tanda,
  });
  const number = await world.numberOf(world.home, caseId);
  await world.settled();
  const bytes = Buffer.from(`berkas ${caseId}`);
  const [sha256, token] = [createHash('sha256').update(bytes).digest(), `kunci-berkas-${caseId}`];
  await world.pool.query('insert into attachment_blob (sha256, bytes) values ($1, $2)', [sha256, bytes]);
  await world.pool.query(
    `insert into attachment (id, complaint_id, event_id, instance, external_id, url, token, state, mime, size, sha256)
     select $1, complaint_id, event.id, instance, 'berkas', '-', $2, 'stored', $3, $4, $5 from event
     join complaint on complaint.id = complaint_id where number = $6 and type = 'opened' and instance = 'lapor-masbup'`,
    [uuidv7(), token, mime, bytes.length, sha256, number],
  );
  return { number, token };
}

const preview = async (instance: string, complaint: string, kind: string) => {
  const { body } = await world.api<{ request: { body: string } | null; note: string | null }>(
    `/instances/${instance}/profile/preview`,
    { method: 'POST', body: { complaint, kind } },
  );
  return body;
};
const filesIn = (request: { body: string } | null) =>
  (JSON.parse(request?.body ?? '{}') as { lampiran: object[] }).lampiran;

test('what a citizen attached is named in a preview, and the way to it is not', async () => {
  const { number, token } = await withFile('tanpa tanda', 'application/pdf');
  const shown = await preview('lapor-masbup', number, 'opened');
  expect(filesIn(shown.request)).toHaveLength(1);
  expect(JSON.stringify(shown)).not.toContain(token);
});

test('a paper of somebody who wants to be unknown goes nowhere: it may name its maker', async () => {
  const { number } = await withFile('anonim', 'application/pdf');
  expect(filesIn((await preview('lapor-masbup', number, 'opened')).request)).toHaveLength(0);
  const attached = await preview('laporgub', number, 'attached');
  expect(attached).toMatchObject({ request: null, note: expect.stringMatching(/pelapor anonim .* tidak diteruskan/) });
});

test('a photo of theirs does: it was drawn anew', async () => {
  const { number } = await withFile('anonim', 'image/jpeg');
  expect(filesIn((await preview('lapor-masbup', number, 'opened')).request)).toHaveLength(1);
});

test('whose number or name was searched for stands in no log', async () => {
  await world.api('/complaints?phone=081298765432&q=Siti%20Rekaan');
  const lines = written.filter((line) => line.includes('/api/v1/complaints'));
  expect(lines.length).toBeGreaterThan(0);
  expect(written.join('')).not.toMatch(/081298765432|Rekaan/);
});

test('the session of who logs in stands in no log: whoever reads it could act as that person', async () => {
  const { email } = await seedPerson(world);
  const answer = await fetch(`${world.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const [, token] = /sesi=([\w-]{43});/.exec(answer.headers.get('set-cookie') ?? '') ?? [];
  expect(token).toBeDefined();
  await eventually(() => expect(written.some((line) => line.includes('"/api/v1/session"'))).toBe(true));
  expect(written.join('')).not.toContain(token);
});

test('what a channel told that is left out here waits in silence', async () => {
  await world.pool.query(
    `insert into instance (name, connector) values ('whatsapp', 'whatsapp') on conflict do nothing`,
  );
  await world.pool.query(`insert into inbox (instance, kind, delivery_id, body, body_hash, trace_id)
                          values ('whatsapp', 'webhook', 'w1', '', '', '-')`);
  await sleep(1_500);
  const { rows } = await world.pool.query(
    `update inbox set state = 'skipped' where delivery_id = 'w1' returning attempts`,
  );
  expect(rows).toEqual([{ attempts: 0 }]);
  expect(written.filter((line) => line.includes('ingest.crashed'))).toEqual([]);
});
