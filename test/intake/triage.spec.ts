import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { triage } from '#sync';
import { fromHome, Rig, says, somebody } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await Rig.start();
});
afterAll(() => rig.stop());
afterEach(() => {
  for (const key of Object.keys(rig.understood)) delete rig.understood[key as keyof typeof rig.understood];
});

const SURE = { category: 'road', kewenangan: 'kabupaten', isSure: true, confidence: 0.9 } as const;
const UNSURE = { ...SURE, isSure: false, confidence: 0.4, matched: ['jalan'], why: ['Jalan: jalan'] };
const BOBOTSARI = { areaCode: '33.03.09', kecamatan: 'Bobotsari' };
const KALIMANAH = { areaCode: '33.03.06', kecamatan: 'Kalimanah' };

/** What somebody says until they fall silent, and the complaint that it becomes. */
async function raised(text: string, understood: object) {
  Object.assign(rig.understood, understood);
  await rig.tell(says(rig, somebody(), text));
  await rig.quiet();
  const complaint = (await rig.complaints()).at(-1);
  if (!complaint) throw new Error('Nothing was opened');
  return complaint;
}
const proposals = async (complaintId: string) => {
  const { rows } = await rig.pool.query('select * from proposal where complaint_id = $1', [complaintId]);
  return rows as { id: string; state: string; decided_by: string | null }[];
};
const waitingOf = async (complaintId: string): Promise<string> => (await proposals(complaintId))[0]?.id ?? '';
const sentToOffice = (number: string) => rig.office.opened.filter(({ reference }) => reference === number).length;
const auditOf = async (complaintId: string, eventType: string) => {
  const { rows } = await rig.pool.query(
    'select actor, rule, outcome, detail from audit where complaint_id = $1 and event_type = $2',
    [complaintId, eventType],
  );
  return rows as { actor: string; rule: string; outcome: string; detail: string }[];
};

test('what a text says surely stands on the complaint, and the rules send it where it belongs', async () => {
  const complaint = await raised('jalan kabupaten di bobotsari rusak', SURE);
  expect(complaint).toMatchObject({ category: 'road', kewenangan: 'kabupaten', location: BOBOTSARI });
  expect(await proposals(complaint.id)).toEqual([]);
  expect(sentToOffice(complaint.number)).toBe(1);
});

test('a pin that was sent stays beside the place that was named', async () => {
  Object.assign(rig.understood, SURE);
  const warga = somebody();
  await rig.tell(says(rig, warga, 'jalan di bobotsari rusak'));
  await rig.tell(says(rig, warga, '', { location: { lat: -7.3, lon: 109.36 } }));
  await rig.quiet();
  expect((await rig.complaints()).at(-1)?.location).toEqual({ ...BOBOTSARI, lat: -7.3, lon: 109.36 });
});

describe('below the threshold', () => {
  test('the complaint has its number and a place at home, and goes nowhere else until a person has decided', async () => {
    const complaint = await raised('jalan di bobotsari rusak', UNSURE);
    expect(complaint).toMatchObject({ category: null, kewenangan: null, location: BOBOTSARI });
    expect(rig.channel.last.text).toContain(complaint.number);
    expect(rig.home.opened.at(-1)?.reference).toBe(complaint.number);
    expect(sentToOffice(complaint.number)).toBe(0);
    expect(await proposals(complaint.id)).toMatchObject([
      { state: 'waiting', why: 'unsure', category: 'road', kewenangan: 'kabupaten', area: '33.03.09', confidence: 0.4 },
    ]);
    expect((await auditOf(complaint.id, 'opened'))[0]).toMatchObject({ rule: 'triase', outcome: 'applied' });
  });

  test('accepted, it becomes what was proposed and leaves; a second person is told that it is decided', async () => {
    const { id, number } = await raised('jalan di bobotsari rusak', UNSURE);
    const proposal = await waitingOf(id);
    const done = await triage(rig.hub, proposal, { accept: true, locate: () => BOBOTSARI }, 'Bu Admin');
    expect(done).toMatchObject({ number, targets: ['dinas'] });
    await rig.settle();
    expect((await rig.complaints()).at(-1)).toMatchObject({ category: 'road', kewenangan: 'kabupaten' });
    expect(sentToOffice(number)).toBe(1);
    expect(await proposals(id)).toMatchObject([{ state: 'accepted', decided_by: 'Bu Admin' }]);
    expect(await auditOf(id, 'triage')).toMatchObject([{ actor: 'Bu Admin', outcome: 'act', rule: 'jalan' }]);
    await expect(triage(rig.hub, proposal, { accept: true, locate: () => BOBOTSARI }, 'Pak Admin')).rejects.toThrow(
      'sudah diputuskan',
    );
    await rig.settle();
    expect(sentToOffice(number)).toBe(1);
  });

  test('corrected, it becomes what the person says, in the place that they say', async () => {
    const { id, number } = await raised('jalan di bobotsari rusak', UNSURE);
    const location = { areaCode: '33.03.04', kecamatan: 'Kaligondang' };
    const decided = { category: 'social_aid', kewenangan: null, location } as const;
    await triage(rig.hub, await waitingOf(id), { accept: false, decided }, 'Bu Admin');
    await rig.settle();
    expect((await rig.complaints()).at(-1)).toMatchObject({ category: 'social_aid', kewenangan: null, location });
    expect(sentToOffice(number)).toBe(0);
    expect(await proposals(id)).toMatchObject([
      { state: 'corrected', category: 'road', decided_category: 'social_aid', decided_area: '33.03.04' },
    ]);
  });

  test('corrected without a place, it lies nowhere: what was read from its words was not it', async () => {
    const { id } = await raised('jalan di bobotsari rusak', UNSURE);
    const decided = { category: 'social_aid', kewenangan: null, location: null } as const;
    await triage(rig.hub, await waitingOf(id), { accept: false, decided }, 'Bu Admin');
    expect((await rig.complaints()).at(-1)).toMatchObject({ category: 'social_aid', location: null });
  });

  test('nothing is accepted where nothing could be proposed', async () => {
    const { id } = await raised('rusak di bobotsari', { category: null, isSure: false, confidence: 0 });
    const accept = { accept: true, locate: () => null } as const;
    await expect(triage(rig.hub, await waitingOf(id), accept, 'Bu Admin')).rejects.toThrow('pilih pokoknya');
    expect(await proposals(id)).toMatchObject([{ state: 'waiting' }]);
  });

  test('what home decides meanwhile counts, and nobody has to be asked any more', async () => {
    const { id, number } = await raised('jalan di bobotsari rusak', UNSURE);
    const facts = { category: 'road', kewenangan: 'kabupaten' };
    await rig.tellAtHome({
      id: `putusan-${number}`,
      type: 'disposed',
      externalId: `R-${number}`,
      at: rig.at(),
      facts,
    });
    expect(sentToOffice(number)).toBe(1);
    expect(await proposals(id)).toMatchObject([{ state: 'superseded', decided_by: 'rumah' }]);
  });
});

test.each([
  ['a mark', { facts: {}, marks: { rahasia: true } }, BOBOTSARI],
  ['another place', { facts: { location: KALIMANAH } }, KALIMANAH],
])('%s that home sets leaves open what a complaint is about: it is still asked', async (_name, told, location) => {
  const { id, number } = await raised('jalan di bobotsari rusak', UNSURE);
  await fromHome(rig, number, { type: 'disposed', ...told });
  expect(await proposals(id)).toMatchObject([{ state: 'waiting' }]);
  await triage(rig.hub, await waitingOf(id), { accept: true, locate: () => BOBOTSARI }, 'Bu Admin');
  expect((await rig.complaints()).at(-1)).toMatchObject({ category: 'road', location });
});

test.each(['jalan di bobotsari rusak, tolong rahasiakan laporan ini', 'jalan di bobotsari rusak, saya anonim'])(
  'who asks to be protected is never sent on by a guess, however sure: %s',
  async (text) => {
    const { id, number, category } = await raised(text, SURE);
    expect(category).toBeNull();
    expect(sentToOffice(number)).toBe(0);
    expect(await proposals(id)).toMatchObject([{ why: 'marked', state: 'waiting', category: 'road' }]);
  },
);

test('a complaint that a platform opened is left as that platform says it', async () => {
  await rig.tellAtHome({
    id: 'dibuat-di-rumah',
    type: 'opened',
    externalId: 'R-sendiri',
    at: rig.at(),
    text: 'jalan di bobotsari rusak',
    channel: 'web',
    facts: { category: 'education' },
    reporter: {},
    marks: { anonim: false, rahasia: false },
    attachments: [],
  });
  const complaint = (await rig.complaints()).at(-1);
  expect(complaint).toMatchObject({ origin: 'rumah', category: 'education', location: null });
  expect(await proposals(complaint?.id ?? '')).toEqual([]);
});
