import { writeFileSync } from 'node:fs';
import type { Figure } from './figures.ts';

const HEAD = ['', 'hub', 'floor', 'ratio', 'aim', ''];

export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, unit, hub, floor, against, aim }) => [
    name,
    shown(hub, unit),
    floor === undefined ? '' : `${shown(floor, unit)}${against ? ` (${against})` : ''}`,
    floor ? (hub / floor).toFixed(2) : '',
    aim?.text ?? '',
    aim ? (aim.met ? 'met' : 'NOT MET') : '',
  ]);
  const widths = HEAD.map((_head, column) => Math.max(...[HEAD, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    row
      .map((cell, at) => (at === 1 || at === 3 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ');
  return [line(HEAD), ...rows.map(line)].map((each) => each.trimEnd()).join('\n');
}

export function writeJson(file: string, facts: Record<string, string>, figures: readonly Figure[]): void {
  const rows = figures.map((figure) => ({ ...figure, ratio: figure.floor ? figure.hub / figure.floor : undefined }));
  writeFileSync(file, `${JSON.stringify({ facts, figures: rows }, null, 2)}\n`);
}

function shown(value: number, unit: string): string {
  const digits = Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0;
  return `${value.toFixed(digits)} ${unit}`.trim();
}
