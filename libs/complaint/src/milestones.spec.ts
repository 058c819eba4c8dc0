import { expect, test } from '@jest/globals';
import { type ComplaintEvent, type Effect, type Happened, momentsOf } from './index.ts';

let hour = 0;
type Told = ComplaintEvent extends infer E
  ? E extends ComplaintEvent
    ? Omit<E, 'id' | 'externalId' | 'at'>
    : never
  : never;
const at = (n: number): string => `2026-11-24T${String(n).padStart(2, '0')}:00:00.000Z`;
/** Each an hour after the one before. */
const story = (...told: [Told, Effect?][]): Happened[] => {
  hour = 0;
  return told.map(([event, effect = 'applied']) => {
    hour += 1;
    return { event: { ...event, id: `e${hour}`, externalId: 'x', at: at(hour) }, effect };
  });
};
const status = (to: 'received' | 'assigned' | 'in_progress' | 'resolved' | 'closed' | 'rejected'): Told => ({
  type: 'status_changed',
  label: to,
  status: to,
});
const reply = (more: object = {}): Told => ({
  type: 'replied',
  author: { role: 'office' },
  text: 'x',
  public: true,
  attachments: [],
  ...more,
});
const citizen: Told = { type: 'followed_up', author: { role: 'citizen' }, text: 'x', attachments: [] };
const judged = (type: 'confirmed' | 'reopened'): Told => ({
  type,
  author: { role: 'citizen' },
  text: 'x',
  attachments: [],
});

test('a complaint that is answered and agreed to passes every milestone', () => {
  const happened = story(
    [status('received')],
    [status('assigned')],
    [status('in_progress')],
    [status('resolved')],
    [judged('confirmed')],
  );
  expect(momentsOf(at(0), happened, null)).toEqual({
    opened: at(0),
    responded: at(2),
    assigned: at(2),
    resolved: at(4),
    closed: at(5),
    pauses: [],
  });
});

test('an internal note and the citizen’s own words are no response; a public reply is', () => {
  const happened = story([reply({ public: false }), 'kept'], [citizen, 'kept'], [reply(), 'kept']);
  expect(momentsOf(at(0), happened, null).responded).toBe(at(3));
});

test('from the question to the answer the clock stands', () => {
  const happened = story([reply({ question: true })], [citizen], [reply({ question: true })]);
  expect(momentsOf(at(0), happened, null).pauses).toEqual([
    { from: at(1), to: at(2) },
    { from: at(3), to: null },
  ]);
});

test('what is opened again is not resolved, until it is once more', () => {
  const open = story([status('resolved')], [judged('reopened')]);
  expect(momentsOf(at(0), open, null)).toMatchObject({ resolved: null, closed: null });
  const again = story([status('resolved')], [judged('reopened')], [status('resolved')]);
  expect(momentsOf(at(0), again, null).resolved).toBe(at(3));
});

test('a forward assigns, where nobody was assigned before', () => {
  expect(momentsOf(at(0), story([status('in_progress')]), at(0)).assigned).toBe(at(0));
  expect(momentsOf(at(0), story([status('assigned')]), at(9)).assigned).toBe(at(1));
});

test('what the province did before it handed a case down is no answer of ours', () => {
  const happened = story([status('assigned'), 'kept'], [status('in_progress')]);
  expect(momentsOf(at(0), happened, null).responded).toBe(at(2));
});

test.each([
  ['marks', {}, null],
  ['authority', { kewenangan: 'desa' }, null],
  ['triage', { category: 'road' }, null],
  ['disposition', { opd: 'DPUPR' }, at(1)],
  ['forward', {}, at(1)],
] as const)(
  'of what a person decides the citizen is answered by what moves the complaint: %s',
  (by, facts, responded) => {
    const disposed = { type: 'disposed', facts, by } as Told;
    expect(momentsOf(at(0), story([disposed]), null).responded).toBe(responded);
    expect(momentsOf(at(0), story([disposed, 'kept']), null).responded).toBeNull();
  },
);

test('a rejection ends every waiting', () => {
  expect(momentsOf(at(0), story([status('rejected')]), null)).toMatchObject({
    responded: at(1),
    assigned: at(1),
    resolved: at(1),
    closed: at(1),
  });
});

test('another side’s claim moves nothing', () => {
  expect(momentsOf(at(0), story([status('resolved'), 'conflict']), null)).toMatchObject({
    responded: null,
    resolved: null,
  });
});
