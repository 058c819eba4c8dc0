import { parseArgs } from 'node:util';

const MEASURES = ['ingest', 'ack', 'outbound', 'poll', 'memory', 'recap', 'lacak', 'bulkhead'] as const;
type Measure = (typeof MEASURES)[number];

export interface Options {
  only: ReadonlySet<Measure>;
  /** Where the figures go as JSON. */
  json: string | null;
  /** Where the hub's CPU profiles go. They slow it down: such a run judges nothing. */
  profile: string | null;
  times: Times;
}

/** How long each measure takes, and how large its world is. */
export interface Times {
  warmUpMs: number;
  saturateMs: number;
  steadyMs: number;
  drainMs: number;
  cycles: number;
  warmUpCycles: number;
  fewLinked: number;
  manyLinked: number;
  recapped: number;
  openPages: number;
}

const FULL: Times = {
  warmUpMs: 3_000,
  saturateMs: 10_000,
  steadyMs: 20_000,
  drainMs: 20_000,
  cycles: 7,
  warmUpCycles: 3,
  fewLinked: 1_000,
  manyLinked: 100_000,
  recapped: 100_000,
  openPages: 5_000,
};
const QUICK: Times = {
  warmUpMs: 500,
  saturateMs: 2_000,
  steadyMs: 2_500,
  drainMs: 2_000,
  cycles: 3,
  warmUpCycles: 1,
  fewLinked: 1_000,
  manyLinked: 10_000,
  recapped: 100_000,
  openPages: 5_000,
};

const USAGE = `npm run bench -- [--quick] [--only ${MEASURES.join(',')}] [--json FILE] [--cpu-prof FOLDER]`;

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', default: MEASURES.join(',') },
      json: { type: 'string' },
      'cpu-prof': { type: 'string' },
    },
  });
  const only = values.only.split(',').map((each) => each.trim());
  const unknown = only.filter((each) => !MEASURES.some((measure) => measure === each));
  if (unknown.length > 0) throw new RangeError(`Unknown: ${unknown.join(', ')}\n${USAGE}`);
  return {
    only: new Set(MEASURES.filter((each) => only.includes(each))),
    json: values.json ?? null,
    profile: values['cpu-prof'] ?? null,
    times: values.quick ? QUICK : FULL,
  };
}
