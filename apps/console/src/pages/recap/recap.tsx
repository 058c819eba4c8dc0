import { Stack } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { type Behind, type Period, type Recap, useRecap } from '../../api/recap.ts';
import { useFilters } from '../../parts/filters.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { Answered, Empty, Loading } from '../../parts/states.tsx';
import { dayOfCalendar } from '../../words/time.ts';
import { say, useLanguage } from '../../words/words.ts';
import { BehindFigure } from './behind.tsx';
import { Breakdown } from './breakdown.tsx';
import { Defined } from './defined.tsx';
import { Downloads } from './downloads.tsx';
import { Outcomes } from './outcomes.tsx';
import { PeriodPicker } from './period-picker.tsx';
import { periodOf } from './period.ts';
import { Rankings } from './rankings.tsx';
import css from './recap.module.css';
import { Reports } from './reports.tsx';
import { TileMap } from './tile-map.tsx';
import { Times } from './times.tsx';
import { Figures } from './totals.tsx';

const TrendChart = lazy(() => import('./trend-chart.tsx'));

/** What came in during a period and what became of it, for the meeting; behind each figure are its complaints. */
export default function RecapPage() {
  useLanguage();
  const { filters, set } = useFilters(['from', 'to'] as const);
  const period: Period = { ...periodOf('this-month'), ...filters };
  const recap = useRecap(period);
  return (
    <Page title={say('recap.title')} lead={say('recap.lead')} actions={<Downloads period={period} />}>
      <Stack gap={16} className={css.recap}>
        <PeriodPicker
          period={period}
          onPick={({ from, to }) => {
            set('from', from);
            set('to', to);
          }}
        />
        <Answered of={recap}>{(data) => <Content recap={data} />}</Answered>
        <Reports />
      </Stack>
    </Page>
  );
}

function Content({ recap }: { recap: Recap }) {
  const [behind, setBehind] = useState<Behind | null>(null);
  const { period, totals, trend } = recap;
  const open = (figure: Behind) => setBehind(figure);
  if (totals.received === 0) {
    return (
      <Panel>
        <Empty title={say('recap.none')}>{say('recap.none.what')}</Empty>
      </Panel>
    );
  }
  return (
    <>
      <Panel
        title={`${dayOfCalendar(period.from)} – ${dayOfCalendar(period.to)}`}
        aside={
          <span className="faint">
            {say('recap.previous', {
              period: `${dayOfCalendar(recap.previous.from)} – ${dayOfCalendar(recap.previous.to)}`,
            })}
            <Defined by="previous" />
          </span>
        }
      >
        <Figures recap={recap} onOpen={open} />
      </Panel>
      <Panel
        title={
          <>
            {say('recap.trend')}
            <Defined by="trend" />
          </>
        }
      >
        <Suspense fallback={<Loading rows={5} />}>
          <TrendChart trend={trend} />
        </Suspense>
      </Panel>
      <Breakdown recap={recap} onOpen={open} />
      <div className={css.pair}>
        <TileMap rows={recap.by.kecamatan} onOpen={open} />
        <Rankings recap={recap} />
      </div>
      <div className={css.pair}>
        <Times times={recap.times} />
        <Outcomes outcomes={recap.outcomes} onOpen={open} />
      </div>
      {behind && <BehindFigure recap={recap} behind={behind} onClose={() => setBehind(null)} />}
    </>
  );
}
