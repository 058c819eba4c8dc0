import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually, startWorld, type World } from '../setup/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 120_000);
afterAll(() => world.stop());

interface Acted {
  targets: string[];
  trace_id: string;
  complaint: { status: string };
}
const act = (number: string, kind: string, body: object) =>
  world.api<Acted & { detail: string }>(`/complaints/${number}/${kind}`, { method: 'POST', body });

async function complain(isi: string, more: Record<string, string> = {}): Promise<{ id: string; number: string }> {
  const id = await world.home.play('lapor', null, { isi, kecamatan: 'Bobotsari', ...more });
  return { id, number: await world.numberOf(world.home, id) };
}

const audited = async (traceId: string) => {
  const { rows } = await world.pool.query(
    `select hop, actor, event_type, outcome, detail from audit where trace_id = $1 and hop = 'person'`,
    [traceId],
  );
  return rows as object[];
};

test('a disposition moves the complaint, home hears of it, and the audit says who did it', async () => {
  const { id, number } = await complain('Selokan di depan balai desa Bojong tersumbat sampah plastik');
  const { status, body } = await act(number, 'disposition', { opd: 'DLH', note: 'mohon dicek' });
  expect([status, body]).toMatchObject([
    200,
    { complaint: { status: 'assigned', opd: 'DLH' }, targets: ['lapor-masbup'] },
  ]);
  await eventually(() => expect(world.home.shown(id).status).toMatch(/didisposisi/i));
  expect(await audited(body.trace_id)).toEqual([
    {
      hop: 'person',
      actor: expect.stringMatching(/^kunci-api:/),
      event_type: 'disposition',
      outcome: 'act',
      detail: 'disposisi ke DLH; Diterima → Didisposisi; mohon dicek; tujuan: lapor-masbup',
    },
  ]);
});

test('a reply reaches every platform of the complaint once, and an internal note none', async () => {
  const ticket = await world.province.play('turunkan', null, {
    isi: 'Pohon tumbang menutup jalan desa di Kutasari sejak pagi tadi',
  });
  const number = await world.numberOf(world.province, ticket);
  await world.settled();
  const note = await act(number, 'reply', { text: 'Hanya untuk kita sendiri', public: false });
  expect(note.body.targets).toEqual([]);
  const { body } = await act(number, 'reply', { text: 'Regu sudah berangkat ke lokasi', office: 'BPBD' });
  expect(body.targets.toSorted()).toEqual(['lapor-masbup', 'laporgub']);
  await world.settled();
  expect(world.province.says(ticket, 'Regu sudah berangkat')).toBe(1);
  expect(world.province.says(ticket, 'Hanya untuk kita')).toBe(0);
});

test('an authority decided by hand sends the complaint where the rules say', async () => {
  const { number } = await complain('Gedung sekolah bocor bila hujan deras, mohon perhatian dinas');
  const { body } = await act(number, 'authority', { kewenangan: 'provinsi', reason: 'sekolah menengah' });
  expect(body.targets).toEqual(['laporgub']);
  await eventually(async () => {
    const { body: shown } = await world.api<{ handler: string }>(`/complaints/${number}`);
    expect(shown.handler).toBe('laporgub');
  });
});

test('a person may forward against the rules, but not twice and not to nowhere', async () => {
  const { number } = await complain('Jembatan gantung di Rembang talinya putus satu dan berbahaya');
  const forward = (to: string) => act(number, 'forward', { to, reason: 'diminta bupati' });
  expect((await forward('laporgub')).body.targets).toEqual(['laporgub']);
  expect((await forward('laporgub')).status).toBe(409);
  expect((await forward('lapor-masbup')).status).toBe(409);
  expect((await forward('tidak-ada')).body.detail).toContain('tidak menerima aduan baru');
});

test.each([
  ['status', { status: 'resolved' }],
  ['status', { status: 'rejected' }],
  ['marks', { rahasia: false }],
])('what a decision lacks is said: %s %j', async (kind, body) => {
  const { number } = await complain('Sampah menumpuk di tepi kali dekat pasar Segamas');
  if (kind === 'marks') await act(number, 'marks', { rahasia: true });
  const refused = await act(number, kind, body);
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toMatch(/perlu/);
});

test('a mark is tightened at once and loosened with a reason, which the audit keeps', async () => {
  const { number } = await complain('Dugaan pungutan liar di kantor desa oleh perangkat');
  expect((await act(number, 'marks', { anonim: true, rahasia: true })).body.complaint).toMatchObject({
    anonim: true,
    rahasia: true,
  });
  const { body } = await act(number, 'marks', { rahasia: false, reason: 'pelapor meminta dibuka' });
  expect(body.complaint).toMatchObject({ anonim: true, rahasia: false });
  expect(await audited(body.trace_id)).toMatchObject([{ detail: 'anonim ya, rahasia tidak: pelapor meminta dibuka' }]);
});

test('the story has a lane for each platform and for the hub, and says what each event caused', async () => {
  const { number } = await complain('Lampu penerangan jalan di Kemangkon padam semua malam ini');
  await act(number, 'status', { status: 'in_progress', note: 'sedang dikerjakan' });
  const { body } = await world.api<{ lanes: object[]; data: Record<string, unknown>[] }>(
    `/complaints/${number}/timeline`,
  );
  expect(body.lanes).toEqual([
    expect.objectContaining({ instance: 'lapor-masbup', role: 'origin', title: 'Lapor MasBuP' }),
    { instance: 'simpul', role: null, external_id: null, title: 'Simpul Aduan' },
  ]);
  const event = body.data.find(({ act: by }) => by === 'status');
  const delivery = body.data.find(({ entry }) => entry === 'delivery');
  expect(event).toMatchObject({ instance: 'simpul', text: 'sedang dikerjakan', caused: [delivery?.['delivery_id']] });
  expect(delivery).toMatchObject({ caused_by: event?.['id'], kind: 'status_changed' });
});

test('a complaint is found by words, by either number, and by a telephone number that is shown to nobody', async () => {
  const { id, number } = await complain('Trotoar depan Usman Janatin rusak parah dan licin', {
    telepon: '+6281234500099',
  });
  const found = async (query: string) => {
    const { body } = await world.api<{ data: { number: string }[] }>(`/complaints?${query}`);
    return body.data.map((each) => each.number);
  };
  for (const query of ['q=usman%20janatin', `q=${number}`, `q=${number.toLowerCase()}`, `q=${id}`])
    expect(await found(query)).toEqual([number]);
  expect(await found('q=tidak%20ada%20kata%20ini')).toEqual([]);
  expect(await found('phone=0812-3450-0099')).toEqual([number]);
  expect(await found('phone=081200000000')).toEqual([]);
});

test('the stream tells of changes as they come, and what was missed on return', async () => {
  const first = await watch();
  const { number } = await complain('Saluran irigasi di Padamara jebol dan sawah terendam');
  await eventually(() => expect(first.text()).toContain(number));
  await act(number, 'disposition', { opd: 'DPUPR' });
  await eventually(() => expect(first.text()).toMatch(/event: delivery\ndata: .*"outcome":"ok"/));
  const last = [...first.text().matchAll(/^id: (\d+)$/gm)].map(([, id]) => String(id)).at(-1) ?? '0';
  await first.stop();
  expect(first.text()).not.toContain('irigasi');

  await act(number, 'reply', { text: 'Sedang ditangani' });
  const second = await watch(last);
  await eventually(() => expect(second.text()).toContain('"kind":"reply"'));
  await world.api('/instances/smartdpu/pause', { method: 'POST', body: { reason: 'pemeliharaan' } });
  await eventually(() => expect(second.text()).toMatch(/event: instance\ndata: .*"name":"smartdpu".*"state":"paused"/));
  await world.api('/instances/smartdpu/resume', { method: 'POST' });
  await second.stop();
});

async function watch(lastId?: string) {
  const leaving = new AbortController();
  const response = await fetch(`${world.url}/api/v1/stream`, {
    headers: { authorization: 'Bearer kunci-uji-coba', ...(lastId ? { 'last-event-id': lastId } : {}) },
    signal: leaving.signal,
  });
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  let heard = '';
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) heard += decoder.decode(chunk);
  })().catch(() => {});
  const stop = async () => {
    leaving.abort();
    await reading;
  };
  return { text: () => heard, stop };
}

test('the overview shows the platforms, what flows between them, and what needs a person', async () => {
  await world.settled();
  const { body } = await world.api<Record<string, Record<string, unknown>[]>>('/overview?hours=24');
  expect(body['nodes']?.map(({ instance }) => instance)).toEqual(['lapor-masbup', 'laporgub', 'smartdpu', 'lacak']);
  expect(body['nodes']?.[0]).toMatchObject({ home: true, health: 'ok', lag_p50_ms: expect.any(Number) });
  expect(body['edges']).toContainEqual(
    expect.objectContaining({ from: 'simpul', to: 'lapor-masbup', kind: 'status_changed' }),
  );
  expect(body['series']).toHaveLength(25);
  const received = body['series']?.reduce((sum, { received: count }) => sum + Number(count), 0);
  expect(received).toBeGreaterThan(5);
  await world.pool.query(
    `update instance set state = 'paused', paused_reason = 'uji', paused_at = now() where name = 'smartdpu'`,
  );
  const { body: paused } = await world.api<Record<string, object[]>>('/overview');
  expect(paused['needs']).toContainEqual(expect.objectContaining({ kind: 'instance_paused', instance: 'smartdpu' }));
});
