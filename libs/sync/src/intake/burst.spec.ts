import { expect, test } from '@jest/globals';
import type { Understanding } from '#text';
import { type Burst, type Outcome, outcomeOf } from './burst.ts';

const burst: Burst = {
  kind: 'direct',
  text: 'jln bolong',
  hasFiles: false,
  hasPosition: false,
  mentionsUs: false,
  asked: 'no',
};
const clear: Understanding = {
  isComplaint: true,
  chatter: null,
  category: 'road',
  kewenangan: null,
  area: null,
  candidates: [],
  road: null,
  confidence: 0.9,
  isSure: true,
  matched: [],
  why: [],
  missing: [],
};
const photo = { text: '', hasFiles: true };
const unclear = { isComplaint: false, missing: ['what', 'where'] } as Partial<Understanding>;
/** What has no words, or hardly any. */
const wordless: Partial<Understanding> = { ...unclear, chatter: 'small_talk' };
const greeting: Partial<Understanding> = { ...unclear, chatter: 'greeting' };
const thanks: Partial<Understanding> = { ...unclear, chatter: 'thanks' };
const drop = (reason: Extract<Outcome, { to: 'drop' }>['reason'], greet = false): Outcome => ({
  to: 'drop',
  reason,
  greet,
});

test.each<[string, Partial<Burst>, Partial<Understanding>, Outcome]>([
  ['a complaint with its place is opened', {}, {}, { to: 'open' }],
  ['one without a place is asked for it', {}, { missing: ['where'] }, { to: 'ask', missing: ['where'] }],
  ['who sent a position is not asked where', { hasPosition: true }, { missing: ['where'] }, { to: 'open' }],
  ['asked is only once', { asked: 'answered' }, { missing: ['where'] }, { to: 'open' }],
  ['without an answer it is opened as it is', { asked: 'unanswered' }, { missing: ['where'] }, { to: 'open' }],
  ['a photo alone is asked about', photo, wordless, { to: 'ask', missing: ['what', 'where'] }],
  ['a photo and a position: only what', { ...photo, hasPosition: true }, wordless, { to: 'ask', missing: ['what'] }],
  ['a position alone: only what', { text: '', hasPosition: true }, wordless, { to: 'ask', missing: ['what'] }],
  ['a photo that nobody explains is dropped', { ...photo, asked: 'unanswered' }, wordless, drop('unanswered')],
  ['photos with a greeting are asked about', { hasFiles: true }, greeting, { to: 'ask', missing: ['what', 'where'] }],
  [
    'so is a photo with thanks that name all',
    { hasFiles: true },
    { ...thanks, missing: [] },
    { to: 'ask', missing: ['what'] },
  ],
  ['a photo and a short answer are opened', { hasFiles: true, asked: 'answered' }, wordless, { to: 'open' }],
  ['a voice that is answered by a voice is, too', { ...photo, asked: 'answered' }, wordless, { to: 'open' }],
  ['pictures of what is sold are spam', { hasFiles: true }, { ...greeting, chatter: 'spam' }, drop('spam')],
  ['a photo below a post is no question to us', { ...photo, kind: 'comment' }, wordless, drop('small_talk')],
  ['a greeting is greeted', {}, { isComplaint: false, chatter: 'greeting' }, drop('greeting', true)],
  ['praise is not greeted', {}, { isComplaint: false, chatter: 'praise' }, drop('praise')],
  ['spam is not greeted', {}, { isComplaint: false, chatter: 'spam' }, drop('spam')],
  ['what nobody can tell is asked about', {}, unclear, { to: 'ask', missing: ['what', 'where'] }],
  ['and opened for a person once answered', { asked: 'answered' }, unclear, { to: 'open' }],
  ['and dropped where no answer came', { asked: 'unanswered' }, unclear, drop('unanswered')],
  ['a comment that complains is one', { kind: 'comment' }, {}, { to: 'open' }],
  ['a comment that does not is none', { kind: 'comment' }, unclear, drop('no_complaint')],
  ['who names us speaks to us', { kind: 'comment', mentionsUs: true, asked: 'answered' }, unclear, { to: 'open' }],
  [
    'praise that names us stays praise',
    { kind: 'comment', mentionsUs: true },
    { ...unclear, chatter: 'praise' },
    drop('praise'),
  ],
  ['nobody is greeted below a post', { kind: 'comment' }, { ...unclear, chatter: 'greeting' }, drop('greeting')],
])('%s', (_name, said, understood, expected) => {
  expect(outcomeOf({ ...burst, ...said }, { ...clear, ...understood })).toEqual(expected);
});
