import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

export interface Options {
  minutes: number;
  seed: number;
  /** Processes of the hub. */
  processes: number;
  /** Things that people do, each second. */
  rate: number;
  /** Where the figures go as JSON. */
  json: string | null;
  /** Where something is found, all stays as it is until Ctrl-C, to be looked at. */
  hold: boolean;
}

const USAGE = 'npm run chaos -- [--minutes 2] [--seed N] [--processes 3] [--rate 60] [--json FILE] [--hold]';

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '2' },
      seed: { type: 'string', default: String(randomInt(1, 1_000_000)) },
      processes: { type: 'string', default: '3' },
      rate: { type: 'string', default: '60' },
      json: { type: 'string' },
      hold: { type: 'boolean', default: false },
    },
  });
  const number = (name: 'minutes' | 'seed' | 'processes' | 'rate'): number => {
    const value = Number(values[name]);
    if (!(value > 0)) throw new RangeError(`--${name} must be a number above zero\n${USAGE}`);
    return value;
  };
  return {
    minutes: number('minutes'),
    seed: number('seed'),
    processes: number('processes'),
    rate: number('rate'),
    json: values.json ?? null,
    hold: values.hold,
  };
}
