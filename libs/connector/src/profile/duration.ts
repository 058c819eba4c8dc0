const UNIT_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const DURATION = /^(\d{1,9})(ms|s|m|h|d)$/;

export function isDuration(value: unknown): value is string {
  return typeof value === 'string' && DURATION.test(value);
}

/** `30s`, `2m`, `1h` in milliseconds. */
export function durationMs(text: string): number {
  const [, amount, unit] = DURATION.exec(text) ?? [];
  if (amount === undefined || unit === undefined) throw new RangeError(`Lama waktu tidak dikenal: ${text}`);
  return Number(amount) * UNIT_MS[unit as keyof typeof UNIT_MS];
}
