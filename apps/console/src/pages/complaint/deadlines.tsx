import type { Shown } from '../../api/client.ts';
import { Panel } from '../../parts/page.tsx';
import { Mark, type Tone } from '../../parts/status.tsx';
import { When } from '../../parts/when.tsx';
import { heard, named, say, useLanguage } from '../../words/words.ts';
import css from './complaint.module.css';

type Deadline = Shown<'DeadlineView'>;

const TONE: Record<Deadline['state'], Tone> = {
  running: 'idle',
  due_soon: 'warn',
  overdue: 'bad',
  paused: 'info',
  met: 'ok',
  late: 'warn',
};

/** Until when the complaint must have been answered, by which rule. */
export function Deadlines({ deadlines }: { deadlines: Deadline[] }) {
  useLanguage();
  if (deadlines.length === 0) return null;
  return (
    <Panel title={say('deadlines.title')} flush>
      <ul className={css.links}>
        {deadlines.map(({ kind, label, state, due_at: dueAt, source, verified }) => (
          <li key={kind}>
            <div className={css.linkHead}>
              <strong>{heard(label)}</strong>
              <Mark tone={TONE[state]}>{named('deadline-state', state)}</Mark>
            </div>
            <div className={css.linkBody}>
              <span className="faint wrap">
                {source}
                {!verified && ` · ${say('deadlines.unverified')}`}
              </span>
              <When at={dueAt} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
