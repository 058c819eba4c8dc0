import { setTimeout as sleep } from 'node:timers/promises';
import { now } from './figures.ts';

export interface Load {
  /** Of each request after the warm-up, in milliseconds. */
  latencies: number[];
  failures: number;
  perSecond: number;
}

interface Saturation {
  connections: number;
  warmUpMs: number;
  durationMs: number;
  send: () => Promise<boolean>;
}

/** As many requests as get through: each connection sends the next one when it has its answer. */
export async function saturate({ connections, warmUpMs, durationMs, send }: Saturation): Promise<Load> {
  const start = now() + warmUpMs;
  const end = start + durationMs;
  const latencies: number[] = [];
  let failures = 0;
  const client = async () => {
    while (now() < end) {
      const sentAt = now();
      const isOk = await send().catch(() => false);
      const doneAt = now();
      if (doneAt < start || doneAt > end) continue;
      if (isOk) latencies.push(doneAt - sentAt);
      else failures += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  return { latencies, failures, perSecond: (latencies.length * 1000) / durationMs };
}

interface Arrivals {
  perSecond: number;
  warmUpMs: number;
  durationMs: number;
  /** `due` is when it should leave: a load that lags behind shows in the figure instead of hiding in it. */
  send: (due: number) => Promise<boolean>;
}

/** Requests that come when they come, however slow the answers are: a Poisson process, timed from the due moment. */
export async function arrive({ perSecond, warmUpMs, durationMs, send }: Arrivals): Promise<Load> {
  const start = now() + warmUpMs;
  const end = start + durationMs;
  const latencies: number[] = [];
  let failures = 0;
  const under = new Set<Promise<void>>();
  const one = async (due: number) => {
    const isOk = await send(due).catch(() => false);
    if (due < start) return;
    if (isOk) latencies.push(now() - due);
    else failures += 1;
  };
  for (let due = now(); due < end; due += gapMs(perSecond)) {
    const early = due - now();
    if (early > 0) await sleep(early);
    const request = one(due);
    under.add(request);
    void request.then(() => under.delete(request));
  }
  await Promise.all(under);
  return { latencies, failures, perSecond: (latencies.length * 1000) / durationMs };
}

const gapMs = (perSecond: number): number => (-Math.log(1 - Math.random()) * 1000) / perSecond;
