import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import type { Figure as FigureName, Recap, Totals } from '../../api/recap.ts';
import { count, share } from '../../words/time.ts';
import { named, say, useLanguage } from '../../words/words.ts';
import { Defined } from './defined.tsx';
import { Figure, type OnOpen } from './figure.tsx';
import css from './recap.module.css';

type Name = keyof Totals;
/** The share is one of its own: it has no complaints of its own, and moves by points. */
const NAMES: Name[] = [
  'received',
  'done',
  'share_done',
  'on_time',
  'late',
  'returned',
  'rerouted',
  'ratings',
  'rating_mean',
];
const OPENED = new Set<Name>(['received', 'done', 'late', 'on_time', 'returned', 'rerouted']);

interface FiguresProps {
  recap: Recap;
  onOpen: OnOpen;
}

export function Figures({ recap: { totals, previous_totals: before }, onOpen }: FiguresProps) {
  useLanguage();
  return (
    <dl className={css.totals}>
      {NAMES.map((name) => (
        <div key={name}>
          <dt>
            {named('recap-name', name)}
            <Defined by={name} />
          </dt>
          <dd className={css.total}>
            {OPENED.has(name) ? (
              <Figure
                value={totals[name] ?? 0}
                of={{ dimension: 'total', figure: name as FigureName }}
                name={say('recap.all')}
                onOpen={onOpen}
              />
            ) : (
              <span className="figures">{written(name, totals[name])}</span>
            )}
          </dd>
          <dd className={css.moved}>
            <Moved name={name} now={totals[name]} then={before[name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function written(name: Name, value: number | null): string {
  if (value === null) return '–';
  return name === 'share_done' ? share(value) : count(name === 'rating_mean' ? Math.round(value * 100) / 100 : value);
}

interface MovedProps {
  name: Name;
  now: number | null;
  then: number | null;
}

/** Up or down since the period before: a count by a share of what it was, what is no count by points. */
function Moved({ name, now, then }: MovedProps) {
  if (now === null || then === null) return say('recap.incomparable');
  const Icon = now === then ? IconEqual : now > then ? IconArrowUpRight : IconArrowDownRight;
  return (
    <>
      <Icon size={14} aria-hidden />
      {now === then ? say('recap.same') : say(now > then ? 'recap.up' : 'recap.down', { by: amount(name, now, then) })}
    </>
  );
}

function amount(name: Name, now: number, then: number): string {
  const moved = Math.abs(now - then);
  if (name === 'share_done') return say('recap.points', { count: Math.round(moved * 1_000) / 10 });
  if (name === 'rating_mean') return count(Math.round(moved * 100) / 100);
  return then === 0 ? count(moved) : share(moved / then);
}
