import type { ChannelProfile } from '../../channel/profile.ts';
import type { Adapter } from '../../contract.ts';
import type { ChannelSimulator } from '../channel.ts';
import { testIo } from '../io.ts';
import { channelFailing } from './channel-failing.ts';
import { channelHearing } from './channel-hearing.ts';
import { channelReading } from './channel-reading.ts';
import { channelSaying } from './channel-saying.ts';
import type { ChannelOptions, ChannelSuite } from './channel-stage.ts';
import { setStage, settingsFor, type Stage, strike } from './stage.ts';

/** When the fixtures are read: what carries no time of its own gets this one. */
const NOW = new Date('2026-11-20T08:15:00Z');

/** What every channel promises, checked against its own simulator. What one lacks is reported as skipped. */
export function channelConformance<S extends ChannelProfile, T extends ChannelSimulator>(
  adapter: Adapter<S>,
  options: ChannelOptions<T>,
): void {
  const stages: Stage<T>[] = [];
  const load = (env: Record<string, string>, more?: string) => settingsFor(adapter, options, env, more);
  const settings = load(options.env('http://127.0.0.1:9'));
  const suite: ChannelSuite<T> = {
    options,
    settings,
    can: adapter.connect(settings, testIo(() => NOW).io),
    load,
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
    channelReading(suite);
    channelHearing(suite);
    channelSaying(suite);
    channelFailing(suite);
  });
}
