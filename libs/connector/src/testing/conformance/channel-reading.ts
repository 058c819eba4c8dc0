import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Parsed, Problem } from '../../contract.ts';
import type { ChannelSimulator } from '../channel.ts';
import { bytesOf, type ChannelSuite, readUnits } from './channel-stage.ts';
import { isMalformed, plain, readingProfile } from './reading.ts';

const FIXTURE = '.in.json';

/**
 * A fixture is `<case>.in.json`, `{ "kind": "webhook", "body": ... }`, beside `<case>.events.json`,
 * `{ "keys": [...], "said": [...], "problems": [...] }`.
 */
export function channelReading<T extends ChannelSimulator>({ options, can, load, check }: ChannelSuite<T>): void {
  const folder = options.fixtures instanceof URL ? fileURLToPath(options.fixtures) : options.fixtures;
  const cases = readdirSync(folder)
    .filter((name) => name.endsWith(FIXTURE))
    .map((name) => name.slice(0, -FIXTURE.length));
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const webhook = (body: Buffer) => ({ kind: 'webhook' as const, headers: {}, body });

  readingProfile(options, load);

  describe('reads what the platform sends', () => {
    test.each(cases)('%s', async (name) => {
      const { body } = json(name + FIXTURE) as { body: unknown };
      const units = (await can.split?.(webhook(bytesOf(body)))) ?? [];
      const parsed: Parsed[] = [];
      for (const { payload } of units)
        parsed.push(await can.parse({ kind: 'unit', headers: {}, body: bytesOf(payload) }));
      const found = {
        keys: units.map(({ key }) => key),
        said: parsed.flatMap(({ said = [] }) => said),
        problems: parsed.flatMap(({ problems }) => problems),
      };
      expect(plain(found)).toEqual({ problems: [], ...(json(`${name}.events.json`) as object) });
    });

    test('what is no JSON is malformed', () => isMalformed(wrapped(() => can.split?.(webhook(Buffer.from('{"a'))))));
    test('a bottomless body is malformed', () =>
      isMalformed(wrapped(() => can.split?.(webhook(Buffer.from('['.repeat(100_000) + ']'.repeat(100_000)))))));
    test('a unit that is no JSON is malformed', () =>
      isMalformed(can.parse({ kind: 'unit', headers: {}, body: Buffer.from('{"a') })));

    test('a kind of thing that the profile does not know is told to a person', async () => {
      const { problems, said = [] } = await can.parse({ kind: 'unit', headers: {}, body: bytesOf({ entah: 1 }) });
      expect(problems).toContainEqual(expect.objectContaining<Partial<Problem>>({ code: 'unknown_type' }));
      expect(said).toEqual([]);
    });

    check(cases.length > 0, 'a bad thing in a webhook harms none beside it', async () => {
      const first = cases.find((name) => (json(`${name}.events.json`) as { said: unknown[] }).said.length > 0) ?? '';
      const { body } = json(first + FIXTURE) as { body: unknown };
      const units = (await can.split?.(webhook(bytesOf(body)))) ?? [];
      const broken = can.parse({ kind: 'unit', headers: {}, body: bytesOf({ rusak: true }) });
      expect((await broken).problems).not.toEqual([]);
      expect(await readUnits(can, units)).not.toEqual([]);
    });
  });
}

const wrapped = async (work: () => Promise<unknown> | undefined): Promise<unknown> => work();
