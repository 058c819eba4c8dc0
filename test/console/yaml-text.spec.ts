import { globSync, readFileSync } from 'node:fs';
import { put, readYaml, rename, valueAt } from '../../apps/console/src/parts/yaml-text.ts';

const PROFILE = readFileSync('config/connectors/laporgub.yaml', 'utf8');

/** The lines that differ. */
function changes(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

test.each([
  ['a value', ['timeout'], '20s', ['-timeout: 15s', '+timeout: 20s']],
  [
    'a value in braces',
    ['poll', 'every'],
    '1m',
    ['-poll: { every: 30s, overlap: 2m }', '+poll: { every: 1m, overlap: 2m }'],
  ],
  [
    'a label that was not known',
    ['statuses', 'in', 'Dalam Antrean'],
    { status: 'rejected', rejection: 'spam' },
    ['+    Dalam Antrean: { status: rejected, rejection: spam }'],
  ],
  [
    'a label that looks like a number',
    ['statuses', 'in', '3'],
    { event: 'returned' },
    ['+    "3": { event: returned }'],
  ],
  [
    'the meaning of a known label',
    ['statuses', 'in', 'Tuntas'],
    { event: 'accepted' },
    ['-    Tuntas: { status: resolved }', '+    Tuntas: { event: accepted }'],
  ],
  [
    'a section that was not there',
    ['attachments', 'hosts'],
    ['berkas.example'],
    ['+attachments: { hosts: [ berkas.example ] }'],
  ],
  ['a key that is no longer wanted', ['timeout'], undefined, ['-timeout: 15s']],
])('%s is changed and no other line', (_name, path, value, expected) => {
  const text = put(PROFILE, path, value);
  expect(changes(PROFILE, text)).toEqual(expected);
  expect(valueAt(readYaml(text), path)).toEqual(value);
});

test('a field of the platform gets another name and keeps its place and what fills it', () => {
  const text = rename(PROFILE, ['requests', 'create', 'body', 'isi_aduan'], ['requests', 'create', 'body', 'uraian']);
  expect(changes(PROFILE, text)).toEqual(['-      isi_aduan: text', '+      uraian: text']);
});

test('a field moves to where the platform wants it', () => {
  const text = rename(
    PROFILE,
    ['requests', 'create', 'body', 'isi_aduan'],
    ['requests', 'create', 'body', 'laporan', 'uraian'],
  );
  expect(valueAt(readYaml(text), ['requests', 'create', 'body', 'laporan'])).toEqual({ uraian: 'text' });
  expect(changes(PROFILE, text)).toHaveLength(2);
});

test('a value set to what it is changes nothing, wherever in a profile it stands', () => {
  const differing = globSync('config/connectors/*.yaml').flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const tree = readYaml(text);
    const some = leaves(tree).filter((_path, index) => index % 25 === 0);
    return some.filter(
      (path) => JSON.stringify(readYaml(put(text, path, valueAt(tree, path)))) !== JSON.stringify(tree),
    );
  });
  expect(differing).toEqual([]);
});

function leaves(tree: unknown, at: string[] = []): string[][] {
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) return [at];
  return Object.entries(tree).flatMap(([key, value]) => leaves(value, [...at, key]));
}
