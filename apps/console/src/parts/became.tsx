import { Stack } from '@mantine/core';
import { useTitleOf } from '../api/instances.ts';
import type { DryRun } from '../api/profile.ts';
import { heard, named, say } from '../words/words.ts';
import { Code } from './code.tsx';
import css from './draft.module.css';
import { Facts } from './page.tsx';
import { Notice } from './states.tsx';
import { ComplaintStatus, Mark } from './status.tsx';

/** What a message became when it was read dry: its complaint, where that would go, and its events. */
export function Became({ run }: { run: DryRun }) {
  const titleOf = useTitleOf();
  if (run.faults.length > 0) return <Notice tone="bad">{say('trial.faults')}</Notice>;
  return (
    <Stack gap={12} role="status">
      {run.failure && <Notice tone="bad">{heard(run.failure.message)}</Notice>}
      {run.problems.map((problem) => (
        <Notice key={problem.message} tone="warn">
          {heard(problem.message)}
        </Notice>
      ))}
      {run.events.length === 0 && !run.failure && <Notice tone="idle">{say('reading.nothing')}</Notice>}
      {run.cases.map((each) => (
        <section key={each.external_id} className={css.case}>
          <header className={css.version}>
            <strong className="mono">{each.external_id}</strong>
            <ComplaintStatus status={each.complaint.status} />
            <Mark tone="info">{say(each.is_new ? 'reading.new' : 'reading.known')}</Mark>
          </header>
          <Facts
            rows={[
              [say('word.text'), each.complaint.text],
              [say('word.category'), each.complaint.category && named('category', each.complaint.category)],
              [say('word.kewenangan'), named('kewenangan', each.complaint.kewenangan ?? 'unknown')],
              [say('reading.goes'), each.decision.to ? titleOf(each.decision.to) : say('reading.home')],
              [say('word.rule'), `${each.decision.rule}: ${heard(each.decision.why)}`],
            ]}
          />
        </section>
      ))}
      {run.events.map((each, index) => (
        <section key={index} className={css.case}>
          <header className={css.version}>
            <strong>{named('event', 'type' in each.event ? String(each.event.type) : '?')}</strong>
            <Mark tone="idle">{named('effect', each.effect)}</Mark>
            {each.targets.length > 0 && (
              <span className="faint">{say('reading.told', { platforms: each.targets.map(titleOf).join(', ') })}</span>
            )}
          </header>
          <Code label={say('reading.event')} value={each.event} />
        </section>
      ))}
    </Stack>
  );
}
