import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Every arrow between libraries. A line added here is a decision, not a detail. */
const MAY_IMPORT: Record<string, string[]> = {
  complaint: [],
  connector: ['complaint'],
  connectors: ['connector'],
  store: ['complaint'],
  sync: ['complaint', 'connector', 'store', 'text'],
  text: ['complaint'],
};

const TOP_LEVEL = `
  apps libs config test nest-cli.json package.json package-lock.json tsconfig.json docker-compose.yml README.md
  LICENSE CHANGELOG.md CONTRIBUTING.md jest.config.js biome.json knip.json
`
  .trim()
  .split(/\s+/);
const MADE_HERE = /^(node_modules|dist|coverage|.*\.log)$/;
const MAX_FOLDERS = 5;
const MAX_LINES = 400;
/** Made by a tool from the API's document; nobody reads it as code. */
const GENERATED = ['apps/console/src/api/schema.d.ts'];
const SAYS_NOTHING = ['utils', 'common', 'shared', 'helpers', 'core', 'base'];

const CONNECTOR_FILES = 'README.md adapter.ts client.ts fixtures mapper.ts settings.ts simulator.ts'.split(' ');

/** Words of single platforms; they belong in a wire profile, a fixture or a simulator. */
const VENDOR_WORDS = `
  nomor_referensi nomor_luar isi_aduan kode_instansi id_pelaporan_luar id_luar tautan_lacak tindak-lanjut tindak_lanjut
  cursor_berikutnya ruas_jalan laporan_id foto_url x-api-key x-laporgub webhook-signature
  /api/v1/ /api/laporan /api/integrasi /oauth/token
`
  .trim()
  .split(/\s+/);

const tree = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/(^|\/)(node_modules|dist)(\/|$)/.test(name))
    .map((name) => `${folder}/${name}`);
const everything = ['apps', 'libs', 'config', 'test'].flatMap(tree);
const code = everything.filter((file) => /\.(ts|tsx|mjs|js|css)$/.test(file) && !GENERATED.includes(file));
const production = code.filter((file) => !file.startsWith('test/') && !file.endsWith('.spec.ts'));
const below = (folder: string): string[] => production.filter((file) => file.startsWith(`${folder}/`));
const read = (file: string): string => readFileSync(file, 'utf8');
const importsOf = (file: string): string[] =>
  [...read(file).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g)].flatMap(([, name]) => name ?? []);

test('the walk sees the tree', () => {
  expect(everything).toContain('libs/complaint/src/index.ts');
  expect(importsOf('libs/store/src/db.ts')).toContain('typeorm');
});

test('the top level holds what the owner listed', () => {
  const found = readdirSync('.').filter((name) => !name.startsWith('.') && !MADE_HERE.test(name));
  expect(found.filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
});

test('there are no libraries but these', () => {
  expect(readdirSync('libs').toSorted((a, b) => a.localeCompare(b))).toEqual(Object.keys(MAY_IMPORT));
});

test.each(Object.entries(MAY_IMPORT))('%s imports only %j of the other libraries', (lib, allowed) => {
  const imported = below(`libs/${lib}`)
    .flatMap(importsOf)
    .flatMap((name) => /^#(\w+)/.exec(name)?.[1] ?? []);
  expect([...new Set(imported)].filter((other) => other !== lib && !allowed.includes(other))).toEqual([]);
});

test('a relative import never leaves its library', () => {
  const leaving = below('libs').filter((file) =>
    importsOf(file)
      .filter((name) => name.startsWith('.'))
      .some((name) => path.join(path.dirname(file), name).split('/')[1] !== file.split('/')[1]),
  );
  expect(leaving).toEqual([]);
});

test('the complaint model depends on nothing', () => {
  expect(
    below('libs/complaint')
      .flatMap(importsOf)
      .filter((name) => !name.startsWith('.')),
  ).toEqual([]);
});

test.each(['connector', 'connectors'])('%s knows no database', (lib) => {
  const imported = below(`libs/${lib}`).flatMap(importsOf);
  expect(imported.filter((name) => /^(pg|pg-boss|typeorm|@nestjs\/typeorm)$/.test(name))).toEqual([]);
});

test('only apps and tests read the configuration', () => {
  expect(below('libs').filter((file) => importsOf(file).some((name) => /(^|\/)config\//.test(name)))).toEqual([]);
});

test('config/env.ts is the only reader of process.env', () => {
  const reading = production.filter((file) =>
    /process\??\.?(\.|\[['"])env\b|\benv\b[^;]*from 'node:process'/.test(read(file)),
  );
  expect(reading).toEqual(['config/env.ts']);
});

const connectors = readdirSync('libs/connectors/src').filter((name) =>
  statSync(`libs/connectors/src/${name}`).isDirectory(),
);

test.each(connectors)('connector %s has the files that every connector has', (name) => {
  const present = readdirSync(`libs/connectors/src/${name}`);
  const expected = [...CONNECTOR_FILES, `${name}.module.ts`, `${name}.spec.ts`];
  expect(expected.filter((file) => !present.includes(file))).toEqual([]);
});

test.each(connectors)('connector %s imports no other connector', (name) => {
  const folder = `libs/connectors/src/${name}`;
  const leaving = below(folder).filter((file) =>
    importsOf(file).some((to) => to.startsWith('#connectors') || (to.startsWith('.') && !inside(folder, file, to))),
  );
  expect(leaving).toEqual([]);
});

const inside = (folder: string, file: string, to: string): boolean =>
  path.join(path.dirname(file), to).startsWith(`${folder}/`);

const wordless = [
  ...connectors.flatMap((name) =>
    ['adapter', 'client', 'mapper'].map((file) => `libs/connectors/src/${name}/${file}.ts`),
  ),
  ...below('libs/sync'),
].filter((file) => code.includes(file));

test('no word of a platform stands in the code that speaks to it', () => {
  const found = wordless.flatMap((file) => {
    const text = read(file).toLowerCase();
    return VENDOR_WORDS.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`);
  });
  expect(found).toEqual([]);
});

test(`no file is longer than ${MAX_LINES} lines`, () => {
  expect(code.filter((file) => read(file).split('\n').length > MAX_LINES + 1)).toEqual([]);
});

test(`no file lies deeper than ${MAX_FOLDERS} folders`, () => {
  expect(everything.filter((file) => statSync(file).isFile() && file.split('/').length - 1 > MAX_FOLDERS)).toEqual([]);
});

test('no folder has a name that says nothing', () => {
  expect(
    everything.filter((name) => statSync(name).isDirectory() && SAYS_NOTHING.includes(path.basename(name))),
  ).toEqual([]);
});
