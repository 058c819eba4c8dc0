import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { LaporMasbupSimulator } from '../../libs/connectors/src/lapor-masbup/simulator.ts';
import type { LaporgubSimulator } from '../../libs/connectors/src/laporgub/simulator.ts';
import type { SmartdpuSimulator } from '../../libs/connectors/src/smartdpu/simulator.ts';
import { eventually, type Platform, startWorld, type World } from '../setup/world.ts';

/** After its first look each platform is polled no more: what webhooks lose, only reconciliation finds. */
const NO_POLLING = { POLL_EVERY: '6h', RECONCILE_AT: 'off' };
const NAMES = ['lapor-masbup', 'laporgub', 'smartdpu'];

interface Run {
  id: string;
  state: string;
  reason: string | null;
  asked_by: string;
  listed: number;
  drift_by_kind: Record<string, number>;
  open: number;
}
interface Drift {
  id: string;
  kind: string;
  what: string;
  state: string;
  complaint: string | null;
  external_id: string;
  sentence: string;
}
type Detail = Run & { drift: { data: Drift[] } };

let world: World;
beforeAll(async () => {
  world = await startWorld(NO_POLLING);
});
afterAll(() => world.stop());
afterEach(() => {
  for (const { faults } of [world.home, world.province, world.works]) faults.clear();
});

async function reconcile(name: string, body: object = {}): Promise<Detail> {
  const { body: begun } = await world.api<Run>(`/instances/${name}/reconcile`, { method: 'POST', body });
  return eventually(async () => {
    const { body: run } = await world.api<Detail>(`/reconciliations/${begun.id}`);
    if (run.state === 'running') throw new Error('still running');
    return run;
  }, 40_000);
}

async function reconcileAll(): Promise<Detail[]> {
  const runs: Detail[] = [];
  for (const name of NAMES) runs.push(await reconcile(name));
  await world.settled();
  return runs;
}

const driftOf = (runs: Detail[]) => runs.flatMap(({ drift }) => drift.data.map(({ kind, what }) => `${kind} ${what}`));

/** As if everything that was done so far had been done an hour ago: nothing is too young to be missed. */
const anHourLater = async () => {
  await world.pool.query(`update outbox set done_at = done_at - interval '1 hour' where done_at is not null`);
  await world.pool.query(`update link set created_at = created_at - interval '1 hour'`);
};

const deaf = () => {
  world.home.faults.webhook.drop = { rate: 1 };
  world.province.faults.webhook.drop = { rate: 1 };
};

let count = 0;
const file = (given: Record<string, string> = {}) =>
  world.home.play('lapor', null, {
    isi: `Aduan rekaan nomor ${(count += 1)} untuk pencocokan, cukup panjang supaya diterima di mana pun juga`,
    kecamatan: 'Bobotsari',
    kategori: 'perbaikan-jalan',
    ...given,
  });
const linked = (nomor: string, instance: string) =>
  eventually(async () => {
    const { rows } = await world.pool.query<{ external_id: string }>(
      `select there.external_id from link here join link there on there.complaint_id = here.complaint_id
       where here.external_id = $1 and there.instance = $2 and there.external_id is not null`,
      [nomor, instance],
    );
    return rows[0]?.external_id ?? Promise.reject(new Error('no link yet'));
  });
const filed = async (kewenangan: string, instance: string): Promise<[string, string]> => {
  const nomor = await file({ kewenangan });
  return [nomor, await linked(nomor, instance)];
};
const works = () => world.works.simulator as SmartdpuSimulator;
const outcomes = async (external: string): Promise<string[]> => {
  const { rows } = await world.pool.query<{ outcome: string }>(
    `select outcome from audit join link using (complaint_id) where external_id = $1 and outcome like '%drift%'`,
    [external],
  );
  return rows.map(({ outcome }) => outcome);
};

describe('F37: every webhook is lost and nobody polls', () => {
  test('one reconciliation brings all three platforms to the same story', async () => {
    const { home, province } = world;
    const [nomor, tiket] = await filed('provinsi', 'laporgub');
    const [nomorRuas, laporan] = await filed('kabupaten', 'smartdpu');
    const turun = await province.play('turunkan', null, {
      isi: 'Bantuan sosial belum diterima padahal sudah terdaftar sejak awal tahun ini',
      kategori: 'Sosial',
    });
    const rumah = await linked(turun, 'lapor-masbup');
    const undecided = await file({ kategori: 'lampu-jalan' });
    await world.numberOf(home, undecided);
    await world.settled();

    deaf();
    await province.play('tanggapan', tiket, { isi: 'Perbaikan jalan masuk rencana bulan depan' });
    await province.play('status', tiket, { status: 'Progress' });
    await home.play('susulan', nomor, { isi: 'Lubangnya kini makin lebar' });
    await world.works.play('status', laporan, { status: 'Survei', isi: 'Sudah disurvei petugas' });
    await world.works.play('komentar', laporan, { isi: 'Material dipesan' });
    await world.works.play('status', laporan, { status: 'Dikerjakan' });
    await home.play('tanggapan', rumah, { isi: 'Data penerima sedang diperiksa', nama: 'Dinas Sosial' });
    await home.play('status', rumah, { status: 'diproses' });
    await home.play('disposisi', undecided, { kewenangan: 'provinsi' });
    const unheard = await file({ kewenangan: 'kabupaten' });
    const unheardThere = await province.play('turunkan', null, {
      isi: 'Sampah menumpuk di pinggir jalan desa selama berminggu-minggu dan berbau',
      kategori: 'Sosial',
    });
    await world.settled();
    expect(home.says(nomor, 'Perbaikan jalan masuk rencana')).toBe(0);
    expect(home.shown(nomorRuas).status).not.toBe('diproses');

    const runs = await reconcileAll();
    expect(runs.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    expect(new Set(driftOf(runs))).toEqual(
      new Set(['missing_here case', 'missing_here reply', 'other_status status', 'other_status facts']),
    );
    expect(runs.flatMap(({ drift }) => drift.data).filter(({ state }) => state !== 'repaired')).toEqual([]);

    expect(home.says(nomor, 'Perbaikan jalan masuk rencana')).toBe(1);
    expect(home.shown(nomor).status).toBe('diproses');
    expect(province.says(tiket, 'Lubangnya kini makin lebar')).toBe(1);
    expect(home.shown(nomorRuas).status).toBe('diproses');
    expect(home.says(nomorRuas, 'Material dipesan')).toBe(1);
    expect(province.says(turun, 'Data penerima sedang diperiksa')).toBe(1);
    expect(province.shown(turun).status).toBe('Progress');
    expect(province.shown(await linked(undecided, 'laporgub')).status).toBe('Menunggu');
    expect(world.works.shown(await linked(unheard, 'smartdpu')).status).toBe('Diterima');
    expect(home.shown(await linked(unheardThere, 'lapor-masbup')).status).toBe('masuk');
  });

  test('the next one finds nothing, however old everything is by then', async () => {
    deaf();
    await anHourLater();
    const before = [world.home, world.province, world.works].map(({ writes }) => writes.length);
    const runs = await reconcileAll();
    expect(driftOf(runs)).toEqual([]);
    expect(runs.map(({ drift_by_kind }) => Object.values(drift_by_kind))).toEqual(runs.map(() => [0, 0, 0, 0]));
    expect([world.home, world.province, world.works].map(({ writes }) => writes.length)).toEqual(before);
  });
});

describe('what we delivered is not there', () => {
  let nomor: string;
  let laporan: string;
  beforeAll(async () => {
    [nomor, laporan] = await filed('kabupaten', 'smartdpu');
    await world.home.play('susulan', nomor, { isi: 'Keterangan yang akan hilang' });
    await eventually(() => expect(world.works.says(laporan, 'Keterangan yang akan hilang')).toBe(1));
    await world.settled();
  });
  const lose = () => {
    const { feed } = works();
    const at = feed.findIndex(({ isi }) => isi === 'Keterangan yang akan hilang');
    if (at >= 0) feed.splice(at, 1);
  };

  test('F28: a push that is younger than ten minutes is no drift and is not sent a second time', async () => {
    lose();
    expect(driftOf([await reconcile('smartdpu')])).toEqual([]);
    await world.settled();
    expect(world.works.says(laporan, 'Keterangan yang akan hilang')).toBe(0);
  });

  test('a lost reply is sent again where the platform can be searched, and stands there once', async () => {
    await anHourLater();
    const run = await reconcile('smartdpu');
    expect(run.drift.data).toMatchObject([
      {
        kind: 'missing_reply',
        state: 'repaired',
        external_id: laporan,
        sentence: expect.stringContaining('dikirim ulang'),
      },
    ]);
    await eventually(() => expect(world.works.says(laporan, 'Keterangan yang akan hilang')).toBe(1));
    expect(await outcomes(laporan)).toEqual(['drift_repaired']);
    await world.settled();
    await anHourLater();
    expect(driftOf([await reconcile('smartdpu')])).toEqual([]);
    expect(world.works.says(laporan, 'Keterangan yang akan hilang')).toBe(1);
  });

  test('what goes missing a second time is offered to a person, who may dismiss it for good', async () => {
    lose();
    const { open, drift } = await reconcile('smartdpu');
    expect(open).toBe(1);
    expect(drift.data).toMatchObject([{ kind: 'missing_reply', state: 'open' }]);
    await world.settled();
    expect(world.works.says(laporan, 'Keterangan yang akan hilang')).toBe(0);

    const again = await reconcile('smartdpu');
    expect(again.drift.data.map(({ id }) => id)).toEqual(drift.data.map(({ id }) => id));

    const path = `/drift/${drift.data[0]?.id}/dismiss`;
    const body = { reason: 'Sudah disampaikan lewat telepon' };
    expect((await world.api(path, { method: 'POST', body: {} })).status).toBe(400);
    expect((await world.api(path, { method: 'POST', body })).status).toBe(200);
    expect((await world.api(path, { method: 'POST', body })).status).toBe(409);
    expect((await reconcile('smartdpu')).open).toBe(0);
    expect(await outcomes(laporan)).toEqual(expect.arrayContaining(['drift_open', 'dismiss_drift']));
  });

  test('what the office cut or edited is there all the same, and is not written a second time', async () => {
    await world.home.play('susulan', nomor, { isi: 'Keterangan yang akan disunting 🙏' });
    await eventually(() => expect(world.works.says(laporan, 'akan disunting')).toBe(1));
    await world.settled();
    await anHourLater();
    const entry = works().feed.find(({ isi }) => isi?.includes('akan disunting'));
    Object.assign(entry ?? {}, { isi: 'Disunting petugas' });
    expect(driftOf([await reconcile('smartdpu')])).toEqual([]);
    await world.settled();
    expect([world.works.says(laporan, 'akan disunting'), world.works.says(laporan, 'Disunting petugas')]).toEqual([
      0, 1,
    ]);
  });

  test('a case that the platform no longer has is offered to a person, and nothing is resent', async () => {
    const [, gone] = await filed('kabupaten', 'smartdpu');
    await world.settled();
    await anHourLater();
    const { feed, reports } = works();
    const writes = world.works.writes.length;
    const entries = feed.filter(({ laporan_id }) => String(laporan_id) === gone);
    for (const entry of entries) feed.splice(feed.indexOf(entry), 1);
    const [report] = reports.splice(
      reports.findIndex(({ id }) => String(id) === gone),
      1,
    );
    const run = await reconcile('smartdpu');
    expect(run.drift.data).toMatchObject([
      {
        kind: 'missing_there',
        what: 'case',
        state: 'open',
        external_id: gone,
        complaint: expect.stringMatching(/^SA-/),
      },
    ]);
    expect(run.drift.data[0]?.sentence).toContain('sudah tidak ada di SMARTDPU');
    await world.settled();
    expect(world.works.writes.length).toBe(writes);

    if (report) reports.push(report);
    feed.push(...entries);
    await reconcile('smartdpu');
    const { body } = await world.api<{ data: Drift[] }>('/drift?state=settled&instance=smartdpu');
    expect(body.data.map(({ external_id }) => external_id)).toEqual([gone]);
  });
});

test('a reply that home lost is asked for once more and then offered to a person', async () => {
  const [nomor, tiket] = await filed('provinsi', 'laporgub');
  await world.province.play('tanggapan', tiket, { isi: 'Tanggapan yang hilang di rumah' });
  await eventually(() => expect(world.home.says(nomor, 'Tanggapan yang hilang di rumah')).toBe(1));
  await world.settled();
  await anHourLater();
  const kept = (world.home.simulator as LaporMasbupSimulator).aduan.get(nomor);
  kept?.aduan.tanggapan.splice(0);
  const first = await reconcile('lapor-masbup');
  expect(first.drift.data).toMatchObject([{ kind: 'missing_reply', state: 'repaired', external_id: nomor }]);
  await world.settled();
  await anHourLater();
  // Home answers the repeated key as done, and yet shows nothing: a person has to look.
  expect((await reconcile('lapor-masbup')).drift.data).toMatchObject([{ kind: 'missing_reply', state: 'open' }]);
});

test('a follow-up that a moderator removed is a person’s matter once LaporGub takes it no second time', async () => {
  const [nomor, tiket] = await filed('provinsi', 'laporgub');
  await world.home.play('susulan', nomor, { isi: 'Keterangan yang dihapus moderator' });
  await eventually(() => expect(world.province.says(tiket, 'Keterangan yang dihapus moderator')).toBe(1));
  await world.settled();
  await anHourLater();
  const aduan = (world.province.simulator as LaporgubSimulator).aduan.get(tiket);
  aduan?.tindak_lanjut.splice(0);
  const then = `${new Date(Date.now() + 6 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
  Object.assign(aduan ?? {}, { created_at: then, updated_at: then });
  const found = async () => (await reconcile('laporgub')).drift.data.filter(({ external_id }) => external_id === tiket);
  expect(await found()).toMatchObject([{ kind: 'missing_reply', state: 'repaired' }]);
  await world.settled();
  await anHourLater();
  // LaporGub says that it has it, and shows nothing of a change.
  expect(await found()).toMatchObject([{ kind: 'missing_reply', state: 'open' }]);
});

test('a status that the platform shows older than ours is offered to a person and moves nothing', async () => {
  const [nomor] = await filed('provinsi', 'laporgub');
  await world.settled();
  await anHourLater();
  await world.pool.query(`update link set label = 'selesai', label_at = now() where external_id = $1`, [nomor]);
  const run = await reconcile('lapor-masbup');
  const [drift] = run.drift.data.filter(({ external_id }) => external_id === nomor);
  expect(drift).toMatchObject({ kind: 'other_status', state: 'open' });
  expect(drift?.sentence).toContain('menampilkan status "didisposisikan"');
  expect(drift?.sentence).toContain('simpul mencatat "selesai"');
  await world.settled();
  expect(world.home.shown(nomor).status).toBe('didisposisikan');
  await world.pool.query(`update link set label = 'didisposisikan' where external_id = $1`, [nomor]);
});

describe('F36: the source suddenly lists nothing', () => {
  let taken: SmartdpuSimulator['feed'];
  const restore = () => works().feed.push(...taken.splice(0));

  test('the run halts with the reason, and nothing is held to be missing', async () => {
    await anHourLater();
    taken = works().feed.splice(0);
    const run = await reconcile('smartdpu');
    expect(run).toMatchObject({ state: 'halted', listed: 0, open: 0 });
    expect(run.reason).toContain('SMARTDPU hanya menyebut 0 aduan');
    expect(run.drift.data).toEqual([]);
    const { rows } = await world.pool.query(`select from audit where outcome = 'reconcile_halted'`);
    expect(rows).toHaveLength(1);
    restore();
  });

  test('a person may say that the short list is right: then each case is asked for by itself', async () => {
    taken = works().feed.splice(0);
    const run = await reconcile('smartdpu', { accept_fewer: true });
    restore();
    expect(run.state).toBe('done');
    expect(run.drift.data.filter(({ kind }) => kind === 'missing_there')).toEqual([]);
  });
});

describe('on schedule', () => {
  let scheduled: World;
  beforeAll(async () => {
    scheduled = await startWorld({ POLL_EVERY: '6h', RECONCILE_AT: '00:00,12:00' });
  });
  afterAll(() => scheduled.stop());
  const runs = async () => {
    const { rows } = await scheduled.pool.query<{ instance: string; asked_by: string; state: string }>(
      'select instance, asked_by, state from reconciliation order by instance',
    );
    return rows;
  };

  test('a hub that was just installed is not due', async () => {
    await scheduled.settled();
    expect(await runs()).toEqual([]);
  });

  test('a time of day that was slept through is made up for, once for each platform', async () => {
    await scheduled.pool.query(`update instance set created_at = created_at - interval '2 days'`);
    await eventually(async () => {
      expect(await runs()).toEqual(NAMES.map((instance) => ({ instance, asked_by: 'hub', state: 'done' })));
    });
    await scheduled.settled();
    expect(await runs()).toHaveLength(NAMES.length);
  });
});

const platform = (one: Platform): string => one.simulator.name;

test('two people who ask at once get the same run', async () => {
  const path = `/instances/${platform(world.home)}/reconcile`;
  const [one, two] = await Promise.all([1, 2].map(() => world.api<Run>(path, { method: 'POST' })));
  expect([one?.status, two?.status]).toEqual([202, 202]);
  expect(one?.body.id).toBe(two?.body.id);
  expect(one?.body.asked_by).toMatch(/^kunci-api:/);
});
