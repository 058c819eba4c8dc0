import { expect, test } from '@jest/globals';
import { type Placing, placing, type Scene } from './placing.ts';

const OPEN = { id: 'terbuka', isOpen: true };
const ENDED = { id: 'selesai', isOpen: false };
const scene: Scene = {
  text: 'lampune peteng',
  hasContent: true,
  isUnreadable: false,
  quoted: null,
  last: null,
  heardLastHour: 1,
  messagesPerHour: 60,
};

test.each<[string, Partial<Scene>, Placing]>([
  ['what is said first is collected', {}, { to: 'collect' }],
  ['with a complaint open it is a follow-up', { last: OPEN }, { to: 'follow_up', complaintId: 'terbuka' }],
  ['after a complaint has ended it may be another', { last: ENDED }, { to: 'collect' }],
  ['a quoted message decides', { last: OPEN, quoted: 'lain' }, { to: 'follow_up', complaintId: 'lain' }],
  ['also where that complaint has ended', { last: null, quoted: 'lama' }, { to: 'follow_up', complaintId: 'lama' }],
  ['BARU starts another while one is open', { text: 'BARU', last: OPEN }, { to: 'start', rest: '' }],
  ['STATUS is answered', { text: 'status', last: OPEN }, { to: 'answer', command: { kind: 'status', code: null } }],
  ['"belum" answers what was told last', { text: 'belum', last: ENDED }, { to: 'not_done', complaintId: 'selesai' }],
  ['or what it quotes', { text: 'belum', last: OPEN, quoted: 'lama' }, { to: 'not_done', complaintId: 'lama' }],
  ['also where another was begun since', { text: 'belum', quoted: 'lama' }, { to: 'not_done', complaintId: 'lama' }],
  ['"belum" to nothing is collected', { text: 'belum' }, { to: 'collect' }],
  ['too much in an hour is dropped', { heardLastHour: 61 }, { to: 'drop', reason: 'flood' }],
  [
    'too much is dropped even with a complaint open',
    { heardLastHour: 61, last: OPEN },
    { to: 'drop', reason: 'flood' },
  ],
  ['a poll or an edit can’t be read', { hasContent: false, isUnreadable: true }, { to: 'drop', reason: 'unreadable' }],
])('%s', (_name, changes, expected) => {
  expect(placing({ ...scene, ...changes })).toEqual(expected);
});
