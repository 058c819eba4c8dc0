import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useOverview } from '../../api/overview.ts';
import { Panel } from '../../parts/page.tsx';
import { Answered, Empty, Loading } from '../../parts/states.tsx';
import { count } from '../../words/time.ts';
import { say, useLanguage } from '../../words/words.ts';
import css from './home.module.css';

const Charts = lazy(() => import('./charts.tsx'));

const SPANS = [1, 24, 168] as const;

/** Volume and lag over time, with the sums that a screen reader can use in their place. */
export function Figures() {
  useLanguage();
  const [hours, setHours] = useState<number>(24);
  const overview = useOverview(hours);
  return (
    <Panel
      title={say('figures.title')}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={say('figures.span')}
          value={String(hours)}
          onChange={(chosen) => setHours(Number(chosen))}
          data={SPANS.map((span) => ({ value: String(span), label: say(`span.${span}`) }))}
        />
      }
    >
      <Answered of={overview}>
        {({ series }) => {
          const sum = (name: 'received' | 'opened' | 'delivered' | 'parked') =>
            series.reduce((total, moment) => total + moment[name], 0);
          const answered = series
            .flatMap(({ endings }) => Object.values(endings))
            .reduce((total, each) => total + each, 0);
          if (sum('received') + sum('delivered') === 0)
            return <Empty title={say('figures.none')}>{say('figures.none.what')}</Empty>;
          return (
            <>
              <dl className={css.sums}>
                {(['received', 'opened', 'delivered', 'parked'] as const).map((name) => (
                  <div key={name}>
                    <dt>{say(`sum.${name}`)}</dt>
                    <dd className="figures">{count(sum(name))}</dd>
                  </div>
                ))}
                <div>
                  <dt>{say('sum.answered')}</dt>
                  <dd className="figures">{count(answered)}</dd>
                </div>
              </dl>
              <Suspense fallback={<Loading rows={5} />}>
                <Charts series={series} hours={hours} />
              </Suspense>
            </>
          );
        }}
      </Answered>
    </Panel>
  );
}
