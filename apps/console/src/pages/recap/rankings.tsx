import type { Recap, RecapRow } from '../../api/recap.ts';
import { Panel } from '../../parts/page.tsx';
import { count, share } from '../../words/time.ts';
import { named, say, useLanguage } from '../../words/words.ts';
import { Defined } from './defined.tsx';
import css from './recap.module.css';

const KINDS = ['most_done', 'highest_share', 'best_kecamatan'] as const;
const SHOWN = 5;

/** As in the regency's award. */
export function Rankings({ recap: { rankings } }: { recap: Recap }) {
  useLanguage();
  return (
    <Panel title={say('recap.rankings')}>
      <div className={css.rankings}>
        {KINDS.map((kind) => (
          <section key={kind}>
            <h3>
              {named('recap-name', kind)}
              <Defined by={kind} />
            </h3>
            <Ranked rows={rankings[kind]} />
          </section>
        ))}
      </div>
      <p className={`faint ${css.note}`}>
        {say('recap.minimum', { count: rankings.minimum_volume })}
        <Defined by="minimum_volume" />
      </p>
    </Panel>
  );
}

const Ranked = ({ rows }: { rows: RecapRow[] }) =>
  rows.length === 0 ? (
    <p className="faint">{say('recap.ranked.none')}</p>
  ) : (
    <ol className={css.ranked}>
      {rows.slice(0, SHOWN).map(({ key, label, done, share_done: part }) => (
        <li key={key}>
          <span className="wrap">{label}</span>
          <span className="figures">{say('recap.ranked', { done: count(done), share: share(part) })}</span>
        </li>
      ))}
    </ol>
  );
