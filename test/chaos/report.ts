import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { ROOT } from '../faults/kit/build.ts';
import type { Finding, FindingKind } from '../faults/kit/checker/findings.ts';
import type { Options } from './options.ts';

export interface Figures {
  seed: number;
  minutes: number;
  machine: string;
  commit: string;
  /** Things that people did on the platforms. */
  events: number;
  /** Messages that the hub took, duplicates aside, and writes that it made. */
  messages: number;
  deliveries: number;
  kills: number;
  faults: Record<string, number>;
  /** Processes that ended by themselves. */
  died: number;
  /** Parked work that was sent again by hand at the end, as an operator would. */
  byHand: number;
  settledAfterS: number;
  findings: Record<FindingKind, number>;
}

const NONE: Record<FindingKind, number> = {
  lost: 0,
  doubled: 0,
  out_of_order: 0,
  echoed: 0,
  phantom: 0,
  not_converged: 0,
};

export function countFindings(findings: readonly Finding[]): Record<FindingKind, number> {
  const counts = { ...NONE };
  for (const { kind } of findings) counts[kind] += 1;
  return counts;
}

export function machineAndCommit(): { machine: string; commit: string } {
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB, node ${process.version}`;
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
  try {
    const isClean = git('status', '--porcelain') === '';
    return { machine, commit: `${git('rev-parse', '--short', 'HEAD')}${isClean ? '' : ' with changes'}` };
  } catch {
    return { machine, commit: 'unknown' };
  }
}

export function show(figures: Figures, { json }: Options): void {
  const { faults, findings, ...rest } = figures;
  for (const [name, value] of Object.entries(rest)) console.log(`${name.padEnd(16)}${value}`);
  for (const [name, value] of Object.entries(faults)) console.log(`  ${name.padEnd(40)}${value}`);
  console.log(
    Object.entries(findings)
      .map(([name, value]) => `${name} ${value}`)
      .join(', '),
  );
  if (json) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
}
