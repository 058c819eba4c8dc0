import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { eventsIn, groupOfEvent } from '../../apps/console/src/words/events.ts';

const words = JSON.parse(readFileSync('apps/console/src/words/id.json', 'utf8')) as Record<string, string>;

test('what the audit tells of can all be chosen there, each once: what happened, was done, differs, waits or alarms', () => {
  const events = eventsIn(words);
  expect(events).toEqual(
    expect.arrayContaining(['opened', 'disposition', 'missing_there', 'webhook', 'delivery_parked', 'configuration']),
  );
  expect(new Set(events).size).toBe(events.length);
  expect(events.filter((type) => !(`${groupOfEvent(type, words)}.${type}` in words))).toEqual([]);
});

test.each([
  ['an event of a complaint before a delivery of the same name', 'replied', 'event'],
  ['what a person did', 'disposition', 'done'],
  ['a difference', 'other_status', 'drift'],
  ['what nobody has a name for yet as an event', 'entah', 'event'],
])('the audit names %s', (_what, type, group) => expect(groupOfEvent(type, words)).toBe(group));
