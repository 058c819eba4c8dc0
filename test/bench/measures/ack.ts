import { Connections } from '../connections.ts';
import { type Figure, atMost, percentile } from '../figures.ts';
import { arrive, type Load } from '../load.ts';
import { opened } from '../messages.ts';
import type { Times } from '../options.ts';

export const ACK_RATES = [100, 250] as const;
const AIM_RATE = 250;
const AIM_P99_MS = 100;
const OK = 300;

/** How long a platform waits for our 2xx, from the moment at which its webhook was due. */
export async function acknowledgement(port: number, perSecond: number, times: Times, firstId: number): Promise<Load> {
  const connections = new Connections(port);
  let next = firstId;
  const send = async () => (await connections.send(opened(next++))) < OK;
  const { warmUpMs, steadyMs: durationMs } = times;
  const load = await arrive({ perSecond, warmUpMs, durationMs, send });
  connections.close();
  return load;
}

export function acknowledgementFigures(perSecond: number, hub: Load, floor: Load): Figure[] {
  const of = (share: number, name: string): Figure => {
    const value = percentile(hub.latencies, share);
    const aim = atMost(value, AIM_P99_MS, 'ms');
    // What was not accepted has no latency, and no aim is met with it.
    const isAim = perSecond === AIM_RATE && share === 0.99;
    return {
      name: `acknowledgement at ${perSecond}/s, ${name}`,
      unit: 'ms',
      hub: value,
      floor: percentile(floor.latencies, share),
      aim: isAim ? { ...aim, met: aim.met && hub.failures === 0 } : undefined,
    };
  };
  const refused = { unit: '', hub: hub.failures, floor: floor.failures };
  return [of(0.5, 'p50'), of(0.99, 'p99'), { name: `acknowledgement at ${perSecond}/s: not accepted`, ...refused }];
}
