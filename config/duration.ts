const UNITS_MS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const DURATION = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/;

/** `30s`, `1.5h`: milliseconds. A bare number has no unit, so it is refused. */
export function parseDuration(text: string): number {
  const [, amount, unit] = DURATION.exec(text.trim()) ?? [];
  if (amount === undefined || unit === undefined) {
    throw new Error(`durasi "${text}" tidak dikenal; tulis angka dan satuan ms, s, m, h atau d, misalnya 30s`);
  }
  return Math.round(Number(amount) * UNITS_MS[unit as keyof typeof UNITS_MS]);
}

export function isDuration(text: unknown): text is string {
  return typeof text === 'string' && DURATION.test(text.trim());
}
