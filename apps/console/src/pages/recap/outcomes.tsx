import type { Recap } from '../../api/recap.ts';
import { Panel } from '../../parts/page.tsx';
import { share } from '../../words/time.ts';
import { say, useLanguage } from '../../words/words.ts';
import { Defined } from './defined.tsx';
import { Figure, type OnOpen } from './figure.tsx';
import { labelOf } from './label.ts';
import css from './recap.module.css';

interface OutcomesProps {
  outcomes: Recap['outcomes'];
  onOpen: OnOpen;
}

export function Outcomes({ outcomes, onOpen }: OutcomesProps) {
  useLanguage();
  const all = outcomes.reduce((sum, { count }) => sum + count, 0);
  return (
    <Panel
      title={
        <>
          {say('recap.outcomes')}
          <Defined by="outcomes" />
        </>
      }
    >
      <ul className={css.outcomes}>
        {outcomes.map((outcome) => (
          <li key={outcome.key}>
            <span>{labelOf('outcome', outcome)}</span>
            <span>
              <Figure
                value={outcome.count}
                of={{ dimension: 'outcome', key: outcome.key, figure: 'received' }}
                name={labelOf('outcome', outcome)}
                onOpen={onOpen}
              />{' '}
              <span className="faint figures">{share(outcome.count / all)}</span>
            </span>
            <meter min={0} max={all} value={outcome.count} aria-hidden />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
