import { describe, expect, test } from '@jest/globals';
import { loadProfile } from '#connector';
import { isSameText, SmartdpuMapper } from './mapper.ts';
import { PROFILE } from './samples.ts';
import { SmartdpuSettings } from './settings.ts';

const profile = PROFILE.replace('    Ditolak: {', '    Dicatat: { event: accepted }\n    Ditolak: {');
const env = { SMARTDPU_BASE_URL: 'http://smartdpu.test/', SMARTDPU_API_KEY: 'kunci' };
const mapper = new SmartdpuMapper(loadProfile(SmartdpuSettings, profile, 'smartdpu.yaml', env));

const CHANGE = { id: 12, laporan_id: 7, jenis: 'status', status: 'Survei', waktu: '2026-01-05 08:00:00' };
const REPORT = {
  id: 7,
  id_pelaporan_luar: 'SA-2026-000001',
  deskripsi: 'Rusak',
  status: 'Survei',
  waktu: CHANGE.waktu,
};
const tellOf = (kind: 'poll' | 'case', value: object) =>
  mapper.toEvents({ kind, headers: {}, body: Buffer.from(JSON.stringify(value)) });
const AT = '2026-01-05T08:00:00+07:00';

describe('a report as it stands', () => {
  test('tells whose it is and where it stands', async () => {
    const { events, problems } = await tellOf('case', REPORT);
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      { type: 'opened', externalId: '7', at: AT, reference: 'SA-2026-000001', text: 'Rusak' },
      { type: 'status_changed', id: `7/status/Survei/${AT}`, status: 'in_progress', snapshot: true },
    ]);
  });

  test('that is not ours opens nothing; one without a text opens with none', async () => {
    const { events } = await tellOf('case', { ...REPORT, id_pelaporan_luar: null });
    expect(events.map(({ type }) => type)).toEqual(['status_changed']);
    const [opened] = (await tellOf('case', { ...REPORT, deskripsi: null })).events;
    expect(opened).toMatchObject({ type: 'opened', text: '' });
  });

  test.each([
    ['Dicatat', 'accepted'],
    ['Ditolak', 'returned'],
  ])('%s is an event of its own', async (status, type) => {
    const { events, problems } = await tellOf('case', { ...REPORT, id_pelaporan_luar: null, status });
    expect([events, problems]).toMatchObject([[{ type, label: status, snapshot: true }], []]);
  });

  test('under an unknown word says so, and nothing else', async () => {
    const { events, problems } = await tellOf('case', { ...REPORT, id_pelaporan_luar: null, status: 'Dikaji' });
    expect([events, problems]).toMatchObject([[], [{ code: 'unknown_label', label: 'Dikaji', externalId: '7' }]]);
  });
});

describe('a change', () => {
  test.each([
    ['Dicatat', { type: 'accepted', note: 'kami catat' }],
    ['Ditolak', { type: 'returned', reason: 'kami catat' }],
    ['Survei', { type: 'status_changed', note: 'kami catat', attachments: [] }],
  ])('to %s carries what was said of it', async (status, expected) => {
    const { events } = await tellOf('poll', { ...CHANGE, status, isi: 'kami catat' });
    expect(events).toMatchObject([{ externalId: '7', at: AT, label: status, ...expected }]);
  });

  test('that carries no file of its own brings its photo as a reply beside it', async () => {
    const { events } = await tellOf('poll', { ...CHANGE, status: 'Ditolak', foto_url: 'foto/1.png' });
    expect(events).toMatchObject([
      { type: 'returned' },
      {
        type: 'replied',
        text: '(foto)',
        attachments: [{ id: 'perubahan/12', url: 'http://smartdpu.test/foto/1.png' }],
      },
    ]);
    expect(events[1]?.id).toBe(`${events[0]?.id}/foto`);
  });

  test('without a word and without a photo is no comment that can be read', async () => {
    const comment = { ...CHANGE, jenis: 'komentar', pengirim: 'Petugas' };
    const [shown] = (await tellOf('poll', { ...comment, foto_url: '/foto/1.png' })).events;
    expect(shown).toMatchObject({ type: 'replied', text: '(foto)' });
    const [spoken] = (await tellOf('poll', { ...comment, isi: 'Lubang', foto_url: '/foto/1.png' })).events;
    expect(spoken).toMatchObject({ type: 'replied', text: 'Lubang' });
    await expect(tellOf('poll', comment)).rejects.toMatchObject({ failure: 'malformed' });
  });

  test.each([
    [12, 12],
    [2 ** 53, null],
    [1.5, null],
    ['x', null],
  ])('under the number %j moves the cursor to %j', async (id, expected) => {
    expect(await mapper.idOfChange({ ...CHANGE, id })).toBe(expected);
  });

  test('is looked through for our own comments; whatever is none is passed over', async () => {
    const comment = { ...CHANGE, jenis: 'komentar', isi: 'Kami cek', pengirim: 'Simpul Aduan Purbalingga' };
    expect(await mapper.commentOf(comment)).toEqual({
      eventId: '7/perubahan/12',
      externalId: '7',
      sender: 'Simpul Aduan Purbalingga',
      text: 'Kami cek',
    });
    expect(await mapper.commentOf(CHANGE)).toBeNull();
    expect(await mapper.commentOf(null)).toBeNull();
  });
});

describe('our words as the platform shows them', () => {
  test.each([
    ['escaped', 'a &lt;b&gt; &quot;c&quot; &#39;d&#039; &amp;', `a <b> "c" 'd' &`],
    ['in other lines', 'a\r\n b', 'a b'],
    ['cut after 200 characters', `${'x'.repeat(200)}…`, 'x'.repeat(300)],
    ['cut with three dots', `${'x'.repeat(200)}...`, 'x'.repeat(300)],
  ])('%s are ours', (_name, theirs, ours) => expect(isSameText(theirs, ours)).toBe(true));

  test.each([
    ['cut after 199 characters', `${'x'.repeat(199)}…`, 'x'.repeat(300)],
    ['shorter, and not cut', 'x'.repeat(250), 'x'.repeat(300)],
    ['with another beginning', `y${'x'.repeat(220)}…`, 'x'.repeat(300)],
    ['without a sign', 'a b', 'a < b'],
  ])('%s are somebody else’s', (_name, theirs, ours) => expect(isSameText(theirs, ours)).toBe(false));
});
