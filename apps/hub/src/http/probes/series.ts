import { Counter, Gauge, type Registry } from 'prom-client';

export const gauge = (registry: Registry, name: string, help: string): Gauge<'instance'> =>
  new Gauge({ name, help, labelNames: ['instance'], registers: [registry] });

export interface Followed {
  advance(labels: { instance: string; outcome: string }, total: number): void;
}

/** A counter whose total is counted elsewhere: it advances to it and never goes back. */
export function counter(registry: Registry, name: string, help: string): Followed {
  const series = new Counter({ name, help, labelNames: ['instance', 'outcome'], registers: [registry] });
  const shown = new Map<string, number>();
  return {
    advance(labels, total) {
      const key = `${labels.instance} ${labels.outcome}`;
      const before = shown.get(key) ?? 0;
      series.inc(labels, Math.max(0, total - before));
      shown.set(key, Math.max(before, total));
    },
  };
}
