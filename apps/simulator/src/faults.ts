import type { Fault, Faults } from '#connector/testing';

/** The switches in the order of the page, with what they do. */
export const SWITCHES = {
  error500: 'Galat 500 dengan halaman HTML',
  throttle: '429: batas laju terlampaui',
  html: '200, tetapi halaman HTML',
  reset: 'Sambungan putus sebelum diproses',
  commitThenReset: 'Tersimpan, lalu sambungan putus',
  slow: 'Jawaban lambat (milidetik)',
  'webhook.duplicate': 'Webhook datang dua kali',
  'webhook.reorder': 'Webhook tertukar urutannya',
  'webhook.drop': 'Webhook hilang',
} as const;

type Switch = keyof typeof SWITCHES;
const NAMES = Object.keys(SWITCHES) as Switch[];
const WEBHOOK = { 'webhook.duplicate': 'duplicate', 'webhook.reorder': 'reorder', 'webhook.drop': 'drop' } as const;

export const readFaults = (faults: Faults): Record<Switch, Fault> =>
  Object.fromEntries(NAMES.map((name) => [name, readOne(faults, name)])) as Record<Switch, Fault>;

/** Sets what is named and leaves the rest; throws, with nothing set, where a name or a value is not known. */
export function setFaults(faults: Faults, wanted: Record<string, unknown>): void {
  const values = Object.entries(wanted).map(([name, value]) => [switchOf(name), faultOf(name, value)] as const);
  for (const [name, value] of values) {
    if (name === 'slow') faults.slow = typeof value === 'number' ? value : 0;
    else if (name in WEBHOOK) faults.webhook[WEBHOOK[name as keyof typeof WEBHOOK]] = value;
    else faults[name as Exclude<Switch, 'slow' | keyof typeof WEBHOOK>] = value;
  }
}

/** As people write it: `3` for the next three times, `30%` for chance. */
export const faultText = (fault: Fault): string =>
  typeof fault === 'number' ? String(fault) : `${Math.round(fault.rate * 100)}%`;

function readOne(faults: Faults, name: Switch): Fault {
  return name in WEBHOOK
    ? faults.webhook[WEBHOOK[name as keyof typeof WEBHOOK]]
    : faults[name as Exclude<Switch, keyof typeof WEBHOOK>];
}

function switchOf(name: string): Switch {
  const found = NAMES.find((known) => known === name);
  if (!found) throw new Error(`sakelar tidak dikenal: ${name}`);
  return found;
}

function faultOf(name: string, value: unknown): Fault {
  const rate = typeof value === 'object' && value !== null && 'rate' in value ? value.rate : percentOf(value);
  if (typeof rate === 'number' && rate >= 0 && rate <= 1 && name !== 'slow') return { rate };
  const count = value === '' ? 0 : typeof value === 'string' ? Number(value) : value;
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= 600_000) return count;
  throw new Error(
    `nilai sakelar ${name} harus bilangan bulat${name === 'slow' ? '' : ' atau persen, misalnya 3 atau 30%'}`,
  );
}

const percentOf = (value: unknown): number | null => {
  const [, percent] = typeof value === 'string' ? (/^(\d{1,3})\s*%$/.exec(value.trim()) ?? []) : [];
  return percent === undefined ? null : Number(percent) / 100;
};
