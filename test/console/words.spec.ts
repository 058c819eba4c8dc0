import { globSync, readFileSync } from 'node:fs';
import { readChannels } from '../../config/channels.ts';
import { CURES, FOUND, STEPS } from '../../apps/hub/src/http/connection-test/step.ts';

const SOURCES = globSync('apps/console/src/**/*.{ts,tsx}');
const code = SOURCES.map((file) => readFileSync(file, 'utf8')).join('\n');
const catalogue = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(`apps/console/src/words/${language}.json`, 'utf8')) as Record<string, string>;
const id = catalogue('id');
const en = catalogue('en');
const keys = Object.keys(id);

/** Groups whose keys are made of the hub's own values: named('status', …), choicesOf('drift'), say(`scheme.${…}`). */
const groups = new Set([
  ...[...code.matchAll(/(?:named|namedOr|choicesOf)\(\s*'([\w-]+)'/g)].map(([, group]) => group),
  ...[...code.matchAll(/`([\w.-]+)\.\$\{/g)].map(([, group]) => group),
]);
const said = new Set([...code.matchAll(/'([a-z-]+(?:\.[a-z-]+)+)'/g)].map(([, key]) => key));
const placeholders = (text: string): string =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? ''))]
    .toSorted((a, b) => a.localeCompare(b))
    .join();

test('the walk sees the console', () => {
  expect(SOURCES.length).toBeGreaterThan(30);
  expect(said).toContain('home.title');
  expect(groups).toContain('status');
});

test('both languages say the same things', () => {
  expect(Object.keys(en)).toEqual(keys);
});

test('no text is empty', () => {
  expect([...Object.entries(id), ...Object.entries(en)].filter(([, text]) => text.trim() === '')).toEqual([]);
});

test('both languages fill in the same values', () => {
  const differing = keys.filter((key) => placeholders(id[key] ?? '') !== placeholders(en[key] ?? ''));
  expect(differing).toEqual([]);
});

test('every key of the catalogue is used', () => {
  const unused = keys.filter((key) => !said.has(key) && !groups.has(key.slice(0, key.lastIndexOf('.'))));
  expect(unused).toEqual([]);
});

test('every key that is said stands in the catalogue', () => {
  const missing = [...code.matchAll(/say\(\s*'([^']+)'/g)].flatMap(([, key]) => (key && !(key in id) ? [key] : []));
  expect(missing).toEqual([]);
});

test('no text for people stands outside the catalogue', () => {
  const pages = SOURCES.filter((file) => file.endsWith('.tsx'));
  const written = pages.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/>\s*([A-Za-z][a-z]+(?: [a-z]+)+)\s*</g)].map(
      ([, text]) => `${file}: ${text}`,
    ),
  );
  expect(written).toEqual([]);
});

test('what a connection test says stands in the catalogue word for word, so that it can be said in English too', () => {
  const sentencesBy = { found: FOUND, cure: CURES, 'test-step': STEPS };
  const differing = Object.entries(sentencesBy).flatMap(([group, sentences]) =>
    Object.entries(sentences).filter(([name, sentence]) => id[`${group}.${name}`] !== sentence),
  );
  expect(differing).toEqual([]);
});

test('complaints are filtered by the channels of the configuration, and by no other', () => {
  const named = keys.filter((key) => key.startsWith('channel.')).map((key) => [key.slice('channel.'.length), id[key]]);
  expect(Object.fromEntries(named)).toEqual(Object.fromEntries(readChannels('config')));
});

test('everything that happens, waits or is sent has a name on screen', () => {
  const valuesOf = (file: string, field: string): string[] =>
    [...readFileSync(file, 'utf8').matchAll(new RegExp(`^  ${field}: (.*);$`, 'gm'))].flatMap(([, type = '']) =>
      [...type.matchAll(/'(\w+)'/g)].map(([, value]) => value ?? ''),
    );
  const events = valuesOf('libs/complaint/src/event.ts', 'type');
  const waiting = valuesOf('libs/connector/src/contract.ts', 'kind');
  expect(events).toContain('reopened');
  expect(waiting).toContain('unit');
  const needed = [...events.map((type) => `event.${type}`), ...waiting.map((kind) => `waiting.${kind}`)];
  expect(needed.filter((key) => !(key in id))).toEqual([]);
});
