/** One line of the result. */
export interface Figure {
  name: string;
  unit: string;
  hub: number;
  /** The same of the bare floor, or of what the aim compares with. */
  floor?: number | undefined;
  /** What the floor stands for, where it is not the bare floor. */
  against?: string | undefined;
  aim?: Aim | undefined;
}

export interface Aim {
  text: string;
  met: boolean;
}

export const atLeast = (value: number, limit: number, unit: string): Aim => ({
  text: `>= ${limit} ${unit}`,
  met: value >= limit,
});

export const atMost = (value: number, limit: number, unit: string): Aim => ({
  text: `<= ${limit} ${unit}`,
  met: value <= limit,
});

export const both = (one: Aim, other: Aim): Aim => ({
  text: `${one.text}, ${other.text}`,
  met: one.met && other.met,
});

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** A clock that all processes of this machine share, in milliseconds. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;
