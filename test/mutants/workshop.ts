import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../faults/kit/build.ts';
import { guard } from '../faults/kit/guard.ts';
import type { Area } from './areas.ts';
import { type Mutant, mutate } from './mutate.ts';

/** No loop of the code under test turns so often in a test. */
const MOST_TURNS = 200_000;
const TEST_TIMEOUT_MS = 15_000;
const HUNG_MS = 60_000;
const HUNG_EACH_MS = 15_000;

/** A test file that failed is not read to its end: the mutant is dead. */
const ENVIRONMENT = `import { TestEnvironment } from 'jest-environment-node';
export default class FirstFailure extends TestEnvironment {
  handleTestEvent(event) {
    if (event.name === 'test_fn_failure' || event.name === 'hook_failure') this.hasFailed = true;
    if (event.name === 'test_start' && this.hasFailed) event.test.mode = 'skip';
  }
}
`;

/** Most areas need no database, and it takes longer to start than their tests. */
const CONFIG = `import config from './jest.config.js';
const { globalSetup, globalTeardown, ...rest } = config;
const database = process.env.MUTANTS_NEED_DATABASE ? { globalSetup, globalTeardown } : {};
export default {
  ...rest,
  ...database,
  testMatch: ['<rootDir>/mutants/*.spec.ts'],
  testEnvironment: './first-failure.mjs',
  testTimeout: ${TEST_TIMEOUT_MS},
};
`;

/** A copy of the sources with all mutants in them; nothing is ever changed where people work. */
export class Workshop {
  readonly mutants: (Mutant & { area: Area })[] = [];

  private constructor(
    private readonly folder: string,
    private readonly dismiss: () => void,
  ) {}

  static open(areas: readonly Area[]): Workshop {
    const folder = mkdtempSync(path.join(tmpdir(), 'simpul-aduan-mutants-'));
    const watch = guard('rm -rf "$0"', folder);
    for (const name of [
      'apps',
      'libs',
      'config',
      'test',
      'package.json',
      'tsconfig.json',
      '.swcrc',
      'jest.config.js',
    ]) {
      cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
    }
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
    mkdirSync(path.join(folder, 'mutants'));
    writeFileSync(path.join(folder, 'first-failure.mjs'), ENVIRONMENT);
    writeFileSync(path.join(folder, 'mutants.config.mjs'), CONFIG);
    const workshop = new Workshop(folder, watch.dismiss);
    for (const area of areas) for (const file of area.files) workshop.plant(area, file);
    return workshop;
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
    this.dismiss();
  }

  /** Runs each area's tests with no mutant on; the areas whose tests fail all the same. */
  async broken(areas: readonly Area[]): Promise<string[]> {
    const without = areas.map((area, at) => ({ id: -1 - at, area }));
    const sound = await this.run(without);
    const failed = without.filter(({ id }) => !sound.has(id));
    // Once more by itself: the first run compiles everything, which may take longer than a test has.
    for (const each of failed) for (const id of await this.run([each])) sound.add(id);
    return without.filter(({ id }) => !sound.has(id)).map(({ area }) => area.name);
  }

  /** The ids of those that no test noticed. */
  async run(wanted: readonly { id: number; area: Area }[]): Promise<Set<number>> {
    const names = new Map(wanted.map(({ id }) => [`m${id}.spec.ts`, id]));
    for (const [name, id] of names) {
      const { area } = wanted.find((each) => each.id === id) as { area: Area };
      writeFileSync(path.join(this.folder, 'mutants', name), runnerOf(id, area));
    }
    const report = path.join(this.folder, 'report.json');
    rmSync(report, { force: true });
    await this.jest(
      wanted.some(({ area }) => area.needsDatabase ?? false),
      ['--json', '--outputFile', report, ...[...names.keys()].map((name) => `mutants/${name}`)],
    );
    if (!existsSync(report)) {
      // One of them took the whole run down: each by itself, and the one that does it again is noticed enough.
      const alive = new Set<number>();
      if (wanted.length > 1) for (const each of wanted) for (const id of await this.run([each])) alive.add(id);
      return alive;
    }
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
      testResults: { name: string; status: string }[];
    };
    for (const name of names.keys()) rmSync(path.join(this.folder, 'mutants', name));
    // A file in which some tests do not apply is called "focused".
    const passed = testResults.filter(({ status }) => status !== 'failed').map(({ name }) => path.basename(name));
    return new Set(passed.map((name) => names.get(name) as number));
  }

  private plant(area: Area, file: string): void {
    const place = path.join(this.folder, file);
    const { text, mutants } = mutate(file, readFileSync(place, 'utf8'), this.mutants.length + 1);
    writeFileSync(place, text);
    this.mutants.push(...mutants.map((mutant) => ({ ...mutant, area })));
  }

  private jest(needsDatabase: boolean, args: readonly string[]): Promise<void> {
    const program = path.join(ROOT, 'node_modules/jest/bin/jest.js');
    const own = [
      '--experimental-vm-modules',
      '--unhandled-rejections=warn',
      '--disable-warning=ExperimentalWarning',
      program,
    ];
    const child = spawn(
      process.execPath,
      [...own, '--config', 'mutants.config.mjs', '--forceExit', '--silent', ...args],
      {
        cwd: this.folder,
        stdio: 'ignore',
        env: { ...process.env, ...(needsDatabase ? { MUTANTS_NEED_DATABASE: '1' } : {}) },
      },
    );
    const hung = setTimeout(() => child.kill('SIGKILL'), HUNG_MS + args.length * HUNG_EACH_MS);
    const watch = guard('kill -TERM "$0"', String(child.pid));
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', () => {
        clearTimeout(hung);
        watch.dismiss();
        resolve();
      });
    });
  }
}

function runnerOf(id: number, { specs, runs }: Area): string {
  const imports = specs.map((spec) => `await import('../${spec}');`).join('\n');
  return `globalThis.mutant = ${id};
${runs === undefined ? '' : `process.env.PROPERTY_RUNS = '${runs}';`}
let turns = 0;
globalThis.mutantTurn = () => { if ((turns += 1) > ${MOST_TURNS}) throw new Error('it turns for ever'); };
${imports}
`;
}
