import { Button } from '@mantine/core';
import type { Period } from '../../api/recap.ts';
import { DateFilter } from '../../parts/filters.tsx';
import { Panel } from '../../parts/page.tsx';
import { say, useLanguage } from '../../words/words.ts';
import { periodOf, SPANS, spanOf } from './period.ts';
import css from './recap.module.css';

interface PeriodPickerProps {
  period: Period;
  onPick: (period: Period) => void;
}

export function PeriodPicker({ period, onPick }: PeriodPickerProps) {
  useLanguage();
  const chosen = spanOf(period);
  return (
    <Panel>
      <search className={css.picker} aria-label={say('recap.period')}>
        <div className={css.choices} role="group" aria-label={say('recap.period')}>
          {SPANS.map((span) => (
            <Button
              key={span}
              variant={span === chosen ? 'filled' : 'default'}
              aria-pressed={span === chosen}
              onClick={() => onPick(periodOf(span))}
            >
              {say(`recap-span.${span}`)}
            </Button>
          ))}
        </div>
        <DateFilter
          label={say('recap.from')}
          value={period.from}
          onChange={(from) => from && onPick({ ...period, from })}
        />
        <DateFilter label={say('recap.to')} value={period.to} onChange={(to) => to && onPick({ ...period, to })} />
      </search>
    </Panel>
  );
}
