import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Chance } from '../../apps/hub/src/demo/chance.ts';
import { AREAS } from './areas.ts';
import { reasonOf } from './reasons.ts';
import { Workshop } from './workshop.ts';

/*
 * Changes the code in a copy, one small thing at a time, and looks whether a test notices: conditions, operators,
 * returns, literals and removed statements. What no test notices is listed.
 */
const USAGE = 'npm run mutants -- [--area NAME,NAME] [--sample 200] [--seed N] [--minutes 60] [--json FILE]';
const AT_ONCE = 30;
const TARGET = 0.85;

const { values } = parseArgs({
  options: {
    area: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: String(randomInt(1, 1_000_000)) },
    minutes: { type: 'string', default: '60' },
    json: { type: 'string' },
  },
});
const wanted = values.area?.split(',');
const areas = AREAS.filter(({ name }) => !wanted || wanted.some((each) => name.includes(each)));
const [seed, minutes, sample] = [values.seed, values.minutes, values.sample ?? Infinity].map(Number) as [
  number,
  number,
  number,
];
if (areas.length === 0 || !(minutes > 0 && sample > 0 && seed > 0)) throw new RangeError(USAGE);

const state = { isStopped: false };
const workshop = Workshop.open(areas);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    state.isStopped = true;
    workshop.close();
    process.exit(130);
  });
}

try {
  const broken = await workshop.broken(areas);
  // As on a machine that is too busy for a time-out: what fails anyway would look like a mutant that was noticed.
  if (broken.length > 0) console.log(`left out, for their tests fail without any mutant: ${broken.join(', ')}`);
  const sound = workshop.mutants.filter(({ area }) => !broken.includes(area.name));
  const drawn = new Chance(seed).shuffled(sound).slice(0, sample);
  // Those that need a database together: it is started for each group.
  const chosen = drawn.toSorted(
    (a, b) => Number(a.area.needsDatabase ?? false) - Number(b.area.needsDatabase ?? false),
  );
  console.log(`seed ${seed}: ${chosen.length} of ${workshop.mutants.length} mutants`);
  process.exitCode = broken.length > 0 ? 1 : 0;
  const survivors: typeof chosen = [];
  let tried = 0;
  for (const end = Date.now() + minutes * 60_000; tried < chosen.length && Date.now() < end; ) {
    const group = chosen.slice(tried, tried + AT_ONCE);
    const alive = await workshop.run(group);
    survivors.push(...group.filter(({ id }) => alive.has(id)));
    tried += group.length;
    console.log(`${tried} tried, ${survivors.length} survived`);
  }
  report(chosen.slice(0, tried), survivors);
} finally {
  if (!state.isStopped) workshop.close();
}

function report(tried: typeof workshop.mutants, survivors: typeof workshop.mutants): void {
  const share = (all: number, alive: number) =>
    `${all - alive} of ${all} killed, ${(((all - alive) / all) * 100).toFixed(1)} %`;
  for (const { name } of areas) {
    const [all, alive] = [tried, survivors].map((list) => list.filter(({ area }) => area.name === name).length) as [
      number,
      number,
    ];
    if (all > 0) console.log(`${name.padEnd(26)} ${share(all, alive)}`);
  }
  for (const mutant of survivors.toSorted((a, b) => a.id - b.id)) {
    const { file, line, from, to } = mutant;
    console.log(
      `survived ${file}:${line}  ${from}  ->  ${to}\n         ${reasonOf(mutant) ?? 'no reason is known yet'}`,
    );
  }
  console.log(`all: ${share(tried.length, survivors.length)}`);
  const figures = {
    seed,
    tried: tried.length,
    survivors: survivors.map(({ area, ...mutant }) => ({ ...mutant, area: area.name })),
  };
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  if (survivors.length > tried.length * (1 - TARGET)) process.exitCode = 1;
}
