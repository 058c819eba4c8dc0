import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Parsed, Received } from '../../contract.ts';
import { ConnectorError } from '../../errors.ts';
import { ProfileError } from '../../profile/fault.ts';
import type { Suite } from './index.ts';
import type { ProfileOptions } from './stage.ts';

const FIXTURE = '.in.json';

interface Fixture {
  kind: Received['kind'];
  headers?: Record<string, string>;
  body?: unknown;
  raw?: string;
}

export function reading({ options, can, load, check }: Suite): void {
  const folder = options.fixtures instanceof URL ? fileURLToPath(options.fixtures) : options.fixtures;
  const cases = readdirSync(folder)
    .filter((name) => name.endsWith(FIXTURE))
    .map((name) => name.slice(0, -FIXTURE.length));
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const parsed = (name: string): Promise<Parsed> => {
    const { kind, headers = {}, body, raw } = json(name + FIXTURE) as Fixture;
    return can.parse({ kind, headers, body: Buffer.from(raw ?? JSON.stringify(body)) });
  };

  readingProfile(options, load);

  describe('reads what the platform sends', () => {
    test('there are fixtures', () => expect(cases).not.toEqual([]));

    test.each(cases)('%s', async (name) => {
      expect(plain(await parsed(name))).toEqual({ problems: [], ...(json(`${name}.events.json`) as object) });
    });

    test('an unknown label becomes a problem that names it, and changes no status', async () => {
      const { events, problems } = await parsed('unknown-label');
      expect(problems).toContainEqual(expect.objectContaining({ code: 'unknown_label', label: expect.any(String) }));
      expect(events.map(({ type }) => type)).not.toContain('status_changed');
    });

    const kinds: [Received['kind'], boolean][] = [
      ['webhook', 'verify' in can],
      ['poll', 'poll' in can],
      ['case', 'fetch' in can],
    ];
    for (const [kind, able] of kinds) {
      const received = (body: string): Received => ({ kind, headers: {}, body: Buffer.from(body) });
      check(able, `${kind}: what is no JSON is malformed`, () =>
        isMalformed(can.parse(received('{"aduan": "terpotong'))),
      );
      check(able, `${kind}: a bottomless body is malformed`, () =>
        isMalformed(can.parse(received('['.repeat(100_000) + ']'.repeat(100_000)))),
      );
      check(able, `${kind}: an object of unknown form is never dropped in silence`, async () => {
        const outcome = await can.parse(received('{"entah": 1}')).catch((error: unknown) => error);
        if (outcome instanceof ConnectorError) expect(outcome.failure).toBe('malformed');
        else expect((outcome as Parsed).problems).not.toEqual([]);
      });
    }
  });
}

export function readingProfile(
  options: ProfileOptions,
  load: (env: Record<string, string>, more?: string) => unknown,
): void {
  describe('reads its profile', () => {
    const env = options.env('http://127.0.0.1:9');

    test('a setting that it does not know is refused, with its line', () => {
      expect(() => load(env, '\nsalah_ketik: 1\n')).toThrow(/\.yaml:\d+ salah_ketik: /);
    });

    test('every variable without a value is named at once', () => {
      const missing = Object.keys(env).filter((name) => !isOptional(name, options.profile));
      const faults = caught(() => load({})).faults.map(({ message }) => message);
      expect(missing).not.toEqual([]);
      for (const name of missing) expect(faults).toContainEqual(expect.stringContaining(`variabel ${name} `));
    });
  });
}

export async function isMalformed(work: Promise<unknown>): Promise<void> {
  await expect(work).rejects.toMatchObject({ name: 'ConnectorError', failure: 'malformed' });
}

/** As it goes into the store: keys that are `undefined` are not there. */
export const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const isOptional = (name: string, profile: string | URL) => readFileSync(profile, 'utf8').includes(`\${${name}:-`);

function caught(work: () => unknown): ProfileError {
  try {
    work();
  } catch (error) {
    if (error instanceof ProfileError) return error;
    throw error;
  }
  throw new Error('The profile was taken');
}
