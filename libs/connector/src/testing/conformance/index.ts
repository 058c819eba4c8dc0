import type { Adapter } from '../../contract.ts';
import type { WireProfile } from '../../profile/wire.ts';
import type { PlatformSimulator } from '../platform.ts';
import { testIo } from '../io.ts';
import { failing } from './failing.ts';
import { hearing } from './hearing.ts';
import { reading } from './reading.ts';
import { saying } from './saying.ts';
import { settling } from './settling.ts';
import { type ConformanceOptions, type PlatformOptions, setStage, settingsFor, type Stage, strike } from './stage.ts';

export type { ConformanceOptions } from './stage.ts';

/** What each part of the suite works with. */
export interface Suite {
  options: PlatformOptions;
  settings: WireProfile;
  /** What the connection can do, before anything is asked of it. */
  can: Stage['connection'];
  stage: (changed?: { env?: Record<string, string>; timeout?: string }) => Promise<Stage>;
  revoke: ((stage: Stage) => void) | undefined;
  load: (env: Record<string, string>, more?: string) => WireProfile;
  /** Runs where the connector can; else it is reported as skipped, never as passed. */
  check: (can: unknown, name: string, work: () => Promise<void>) => void;
}

/**
 * What every connector promises, checked against its own simulator.
 *
 * Run it once in the connector's spec, and add only what is peculiar to that platform.
 */
export function conformance<S extends WireProfile, T extends PlatformSimulator>(
  adapter: Adapter<S>,
  options: ConformanceOptions<T>,
): void {
  const stages: Stage<T>[] = [];
  const load = (env: Record<string, string>, more?: string) => settingsFor(adapter, options, env, more);
  const settings = load(options.env('http://127.0.0.1:9'));
  const suite: Suite = {
    options,
    settings,
    can: adapter.connect(settings, testIo().io),
    load,
    revoke: options.revoke && ((stage) => options.revoke?.(stage.simulator as T)),
    stage: async (changed) => {
      const stage = await setStage(adapter, options, changed);
      stages.push(stage);
      return stage;
    },
    check: (can, name, work) => (can ? test(name, work) : test.skip(name, work)),
  };
  afterEach(async () => {
    await Promise.all(stages.splice(0).map(strike));
  });

  describe(`${adapter.name} conforms`, () => {
    reading(suite);
    saying(suite);
    settling(suite);
    hearing(suite);
    failing(suite);
  });
}
