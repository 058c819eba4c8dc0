import type { Mutant } from './mutate.ts';

/** How the line of code begins, the change as the list of survivors prints it, and why nobody can tell the two apart. */
type Reason = readonly [code: string, change: string, why: string];

const NO_WORD = "''  ->  'mutan'";
const HEADER = 'A header that is missing and one that is nonsense are refused alike.';
const LONG_PAST = 'The first milliseconds of 1970 are past alike.';
const AWAITED = 'Who enters a lane awaits the answer or leaves it: undefined is awaited like what is resolved.';
const NO_CURSOR = 'No cursor and one that is no JSON begin alike: in the recent past.';
const NO_CURSOR_OF_OURS = 'Who asks goes on alike from null and from undefined.';

/** By file. A line that is written anew loses its reason: that has to be thought of anew, too. */
export const REASONS: Readonly<Record<string, readonly Reason[]>> = {
  'libs/connector/src/webhook.ts': [
    [
      'const header =',
      "signature.scheme === 'standard_webhooks' ? signature.id_header : undef  ->  signature.id_header",
      'No other scheme has such a field, and a profile with fields that are not known is refused at the start.',
    ],
    ['const [, time, sent] =', NO_WORD, HEADER],
    ['const timestamp =', NO_WORD, HEADER],
    ['const sent = (headerOf(', NO_WORD, HEADER],
    [
      'if (time === undefined ||',
      'time === undefined || sent === undefined  ->  (time === undefined) && (sent === undefined)',
      'The pattern finds both or neither.',
    ],
    [
      'function keyOf(',
      "'utf8'  ->  ''",
      'The word has only to be another than base64: in the name of the key, and where it is made.',
    ],
    ['if (known)', 'known  ->  false', 'A key that is made again is the same key; it only takes longer.'],
    [
      'keys.set(',
      'keys.set(name, made);  ->  nothing',
      'A key that is made again is the same key; it only takes longer.',
    ],
  ],
  'libs/sync/src/retry.ts': [['const theirs =', '0  ->  0 + 1', LONG_PAST]],
  'libs/connector/src/wire/retry-after.ts': [
    ['const text =', NO_WORD, 'What is neither a number nor a date asks for no time, and so does no header.'],
  ],
  'libs/sync/src/lanes.ts': [
    ['private nextOldAt =', '0  ->  0 + 1', LONG_PAST],
    ['private heldUntil =', '0  ->  0 + 1', LONG_PAST],
    ['if (this.isHeld()) return Promise.resolve();', 'return Promise.resolve();  ->  return undefined', AWAITED],
    ['return Promise.resolve();', 'return Promise.resolve();  ->  return undefined', AWAITED],
    [
      'if (this.running.has(lane)) return this.start(lane, true);',
      'true  ->  false',
      'A lane that runs is told to run again, whatever else is said of it.',
    ],
    ['const entry =', 'false  ->  true', 'It is set once more before it is read.'],
  ],
  'libs/sync/src/take.ts': [
    [
      '(each) => each.instance === instance && each.id > id',
      'each.id > id  ->  (each.id) >= (id)',
      'A link that is told of has its number and is not pending any more, and an open one is not asked about.',
    ],
    [
      'const attachments =',
      "'attachments' in event ? (event.attachments ?? []) : []  ->  (event.attachments ?? [])",
      'An event that has no such field has no files by it either.',
    ],
  ],
  'libs/sync/src/stated.ts': [
    [
      'const unread =',
      "event.type === 'opened' ? (event.unread ?? []) : []  ->  (event.unread ?? [])",
      'A disposition has no such field: marks that could not be read are left out of it.',
    ],
    [
      "if (event.type === 'opened' || event.snapshot",
      "'opened'  ->  ''",
      'A beginning is never told as a snapshot: the other half of the condition holds for it.',
    ],
  ],
  'libs/connectors/src/laporgub/pages.ts': [
    [
      'const known =',
      'Object.hasOwn(young, externalId) ? young[externalId] : undefined  ->  young[externalId]',
      'What every object has by nature knows no change, and so counts as unknown either way.',
    ],
    ['const value =', "'null'  ->  ''", NO_CURSOR],
    ['const isOurs =', NO_WORD, 'Neither is a date.'],
    ['return null;', 'return null;  ->  return undefined', NO_CURSOR_OF_OURS],
  ],
  'libs/connectors/src/lapor-masbup/pages.ts': [
    [
      'const latest =',
      'newest === null ? [] : [newest]  ->  [newest]',
      'A null is newer than no time; where it is alone, null comes out either way.',
    ],
    [
      'if (newest === null ||',
      'Date.parse(at) > Date.parse(newest)  ->  (Date.parse(at)) >= (Date.parse(newest))',
      'It is the same moment, at most written in another zone.',
    ],
    ['const { since,', NO_WORD, NO_CURSOR],
    ['return null;', 'return null;  ->  return undefined', NO_CURSOR_OF_OURS],
  ],
  'libs/connectors/src/lapor-masbup/mapper.ts': [
    [
      'const reason =',
      'rejection ? REJECTION[rejection] : undefined  ->  REJECTION[rejection]',
      'Where nothing is rejected there is no word for it either: undefined both times.',
    ],
  ],
};

/** What is known of why no test notices the mutant. */
export const reasonOf = ({ file, code, from, to }: Mutant): string | undefined =>
  REASONS[file]?.find(([beginning, change]) => code.startsWith(beginning) && change === `${from}  ->  ${to}`)?.[2];
