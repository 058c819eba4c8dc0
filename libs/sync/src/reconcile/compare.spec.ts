import { describe, expect, test } from '@jest/globals';
import type { Complaint, ComplaintEvent, Link, Opened } from '#complaint';
import type { LaneState } from '#store';
import { compareKnown, compareUnknown, type Known } from './compare.ts';
import { digestOf, match, shownIn } from './replies.ts';

const NOW = new Date('2026-03-02T02:00:00Z');
const ago = (minutes: number): string => new Date(NOW.getTime() - minutes * 60_000).toISOString();

const complaint: Complaint = {
  id: '1',
  number: 'SA-2026-000001',
  title: null,
  text: 'uji',
  channel: 'web',
  origin: 'rumah',
  handler: 'dinas',
  status: 'assigned',
  outcome: null,
  rejection: null,
  reason: null,
  category: 'road',
  kewenangan: 'kabupaten',
  opd: null,
  location: null,
  marks: { anonim: false, rahasia: false },
  returnedBy: [],
  openedAt: ago(600),
};

const known = (given: { lane?: Partial<LaneState>; heard?: string[]; state?: Link['state'] } = {}): Known => {
  const link = { id: 'l', instance: 'dinas', externalId: 'K1', reference: null, role: 'handler', url: null } as const;
  const labels = {
    label: 'Diterima',
    labelAt: ago(300),
    factsAt: ago(300),
    stated: null,
    conversationId: null,
    state: given.state ?? ('open' as const),
  };
  const lane = given.lane && { complaintId: '1', isOpen: false, lastDoneAt: null, replies: [], ...given.lane };
  const held = { complaint, links: [{ ...link, ...labels }] };
  return { held, link: { ...link, ...labels }, lane, isKnown: (id) => (given.heard ?? []).includes(id) };
};

const status = (label: string, at: string, snapshot = true): ComplaintEvent => ({
  type: 'status_changed',
  id: `K1/${label}/${at}`,
  externalId: 'K1',
  at,
  label,
  status: 'in_progress',
  snapshot,
});
const reply = (text: string, own?: string | true): ComplaintEvent => ({
  type: 'replied',
  id: `K1/${text}`,
  externalId: 'K1',
  at: ago(200),
  own,
  author: { role: 'office' },
  text,
  public: true,
  attachments: [],
});
const said = (id: string, text: string, doneMinutesAgo = 60): LaneState['replies'][number] => ({
  id,
  text,
  kind: 'replied',
  echoes: [],
  doneAt: new Date(ago(doneMinutesAgo)),
});

describe('what a platform shows of a case that we know', () => {
  test.each<[string, ComplaintEvent[], Known, string[]]>([
    ['the same status', [status('Diterima', ago(100))], known(), []],
    ['the same status in other letters', [status(' DITERIMA ', ago(100))], known(), []],
    ['a newer status', [status('Dikerjakan', ago(100))], known(), ['other_status status ingest']],
    ['an older status', [status('Dikerjakan', ago(400))], known(), ['other_status status person']],
    ['a reply we heard', [reply('ya')], known({ heard: ['K1/ya'] }), []],
    ['a reply we never heard', [reply('ya')], known(), ['missing_here reply ingest']],
    ['our own reply, known by its mark', [reply('ya', true)], known(), []],
    ['a change that later ones overtook', [status('Survei', ago(400), false)], known(), []],
    ['a change told before', [status('Survei', ago(100), false)], known({ heard: [`K1/Survei/${ago(100)}`] }), []],
    ['a change nobody told', [status('Survei', ago(100), false)], known(), ['other_status status ingest']],
    ['a status of a case that is gone', [status('Dikerjakan', ago(100))], known({ state: 'gone' }), []],
    [
      'F28: an old status while our push is young',
      [status('Dikerjakan', ago(6))],
      known({ lane: { lastDoneAt: new Date(ago(5)) } }),
      [],
    ],
    [
      'the same once our push is older than ten minutes',
      [status('Dikerjakan', ago(16))],
      known({ lane: { lastDoneAt: new Date(ago(15)) } }),
      ['other_status status ingest'],
    ],
    [
      'a status that is newer than our young push',
      [status('Dikerjakan', ago(4))],
      known({ lane: { lastDoneAt: new Date(ago(5)) } }),
      ['other_status status ingest'],
    ],
  ])('%s', (_name, events, what, expected) => {
    const { findings } = compareKnown(events, what, { now: NOW, whole: null });
    expect(findings.map(({ kind, what: of, remedy }) => `${kind} ${of} ${remedy}`)).toEqual(expected);
  });

  test('the same end once more, of what was opened again, is drift where an answer that nobody heard stands beside it', () => {
    const ended = { ...status('Selesai', ago(190)), status: 'resolved' } as ComplaintEvent;
    const kinds = (heard: string[]) => {
      const what = known({ heard });
      const before = { ...what, link: { ...what.link, label: 'Selesai' } };
      const { findings } = compareKnown([reply('diaspal'), ended], before, { now: NOW, whole: null });
      return findings.map(({ kind, remedy }) => `${kind} ${remedy}`);
    };
    expect(kinds([])).toEqual(['missing_here ingest', 'other_status ingest']);
    expect(kinds(['K1/diaspal'])).toEqual([]);
  });

  test('a mark that can’t be read is no drift', () => {
    const base = { externalId: 'K1', at: ago(100), facts: {} };
    const marks = { anonim: false, rahasia: true };
    const words = { text: 'uji', channel: 'web', reporter: {}, attachments: [] };
    const shown: ComplaintEvent[] = [
      { ...base, ...words, type: 'opened', id: 'K1', marks, unread: ['rahasia'] },
      { ...base, type: 'disposed', id: 'd', marks: { anonim: false }, snapshot: true },
    ];
    expect(compareKnown(shown, known(), { now: NOW, whole: null }).findings).toEqual([]);
  });

  test('a disposition is drift only where it says something else', () => {
    const disposed = (kewenangan: 'kabupaten' | 'provinsi'): ComplaintEvent => ({
      type: 'disposed',
      id: 'd',
      externalId: 'K1',
      at: ago(100),
      facts: { kewenangan },
      snapshot: true,
    });
    const kinds = (event: ComplaintEvent) =>
      compareKnown([event], { ...known(), held: { ...known().held, complaint } }, { now: NOW, whole: null }).findings;
    expect(kinds(disposed('kabupaten'))).toEqual([]);
    expect(kinds(disposed('provinsi'))).toMatchObject([{ kind: 'other_status', what: 'facts', remedy: 'ingest' }]);
  });
});

describe('replies that we delivered', () => {
  const missing = (lane: Partial<LaneState>, shown: ComplaintEvent[]) =>
    compareKnown([], known({ lane }), { now: NOW, whole: shownIn(shown) }).findings.map(({ deliveryId }) => deliveryId);

  test.each<[string, Partial<LaneState>, ComplaintEvent[], string[]]>([
    ['is there', { replies: [said('a', 'ya')] }, [reply('ya')], []],
    ['is there by its mark, with another text', { replies: [said('a', 'ya')] }, [reply('[ya]', 'a')], []],
    ['is not there', { replies: [said('a', 'ya')] }, [reply('tidak')], ['a']],
    [
      'is there by the id of its receipt, whatever it says by now',
      { replies: [{ ...said('a', 'ya'), echoes: ['K1/[disunting]'] }] },
      [reply('[disunting]')],
      [],
    ],
    [
      'is there by its id, which does not stand for another in the words that are shown',
      { replies: [{ ...said('a', 'ya'), echoes: ['K1/tidak'] }, said('b', 'tidak')] },
      [reply('tidak')],
      ['b'],
    ],
    ['said twice on purpose is there once', { replies: [said('a', 'ya'), said('b', 'ya')] }, [reply('ya')], ['b']],
    [
      'has a mark that does not stand for another',
      { replies: [said('a', 'ya'), said('b', 'ya')] },
      [reply('ya', 'b')],
      ['a'],
    ],
    ['F28: is too young to be missed', { replies: [said('a', 'ya', 5)] }, [], []],
    ['is not missed while the lane is open', { isOpen: true, replies: [said('a', 'ya')] }, [], []],
  ])('%s', (_name, lane, shown, expected) => expect(missing(lane, shown)).toEqual(expected));

  test.each([
    ['line ends and white space', 'satu\r\n dua ', 'satu dua'],
    ['escaped signs', 'a < b & "c"', 'a &lt; b &amp; &quot;c&quot;'],
    ['a cut end', 'x'.repeat(5_000), `${'x'.repeat(1_999)}…`],
  ])('are known again after %s', (_name, ours, theirs) => {
    expect(
      match([{ id: 'a', text: ours, echoes: [] }], [{ id: 'K1/1', own: null, digest: digestOf(theirs) }]).missing,
    ).toEqual([]);
  });
});

describe('a case that we do not know', () => {
  const opened = (given: Partial<Opened> = {}): ComplaintEvent => ({
    type: 'opened',
    id: 'K9',
    externalId: 'K9',
    at: ago(60),
    text: 'uji',
    channel: 'web',
    facts: {},
    reporter: {},
    marks: { anonim: false, rahasia: false },
    attachments: [],
    ...given,
  });
  const since = new Date(ago(120));

  test.each<[string, ComplaintEvent[], boolean, number]>([
    ['is missing here', [opened()], false, 1],
    ['is none of ours where it is older than the hub', [opened({ at: ago(500) })], false, 0],
    ['is our own creation', [opened({ own: true })], false, 0],
    ['is our own creation by its reference', [opened()], true, 0],
    ['is somebody else’s where nothing opened it', [status('Survei', ago(5))], false, 0],
  ])('%s', (_name, events, isOurs, count) => expect(compareUnknown(events, isOurs, since)).toHaveLength(count));
});
