import { Link } from 'wouter';
import type { AuditEntry } from '../../api/audit.ts';
import { useTitleOf } from '../../api/instances.ts';
import { useRecent } from '../../api/recent.ts';
import { Panel } from '../../parts/page.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { Outcome } from '../../parts/status.tsx';
import { clock } from '../../words/time.ts';
import { eventNamed, say, useLanguage } from '../../words/words.ts';
import css from './home.module.css';

const ROWS = 12;
/** That bytes came in, or came again, says little to people; what became of them follows at once. */
const isTelling = ({ hop, outcome }: AuditEntry): boolean => hop !== 'receive' && outcome !== 'duplicate';

export function JustNow() {
  useLanguage();
  const recent = useRecent();
  const titleOf = useTitleOf();
  return (
    <Panel
      title={say('now.title')}
      flush
      aside={
        <Link href="/audit" className="link">
          {say('now.all')} →
        </Link>
      }
    >
      <Answered of={recent}>
        {(rows) => {
          const telling = rows.filter(isTelling).slice(0, ROWS);
          if (telling.length === 0) return <Empty title={say('now.none')}>{say('now.none.what')}</Empty>;
          return (
            <ul className={css.now}>
              {telling.map((row) => (
                <li key={row.id}>
                  <time className={`figures faint ${css.nowTime}`} dateTime={new Date(row.at).toISOString()}>
                    {clock(row.at)}
                  </time>
                  <span className={css.nowWhat}>
                    {[
                      row.direction
                        ? say(row.direction === 'in' ? 'now.in' : 'now.out', { platform: titleOf(row.instance) })
                        : titleOf(row.instance) || row.actor,
                      row.event_type && eventNamed(row.event_type),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  {row.complaint ? (
                    <Link href={`/aduan/${row.complaint}`} className="link number">
                      {row.complaint}
                    </Link>
                  ) : (
                    <span />
                  )}
                  <Outcome outcome={row.outcome} />
                </li>
              ))}
            </ul>
          );
        }}
      </Answered>
    </Panel>
  );
}
