import { Button, Select, Stack, Textarea } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTitleOf } from '../../api/instances.ts';
import { type DryRun, useMessages, useProfileActs } from '../../api/profile.ts';
import { Code } from '../../parts/code.tsx';
import { Facts, Panel } from '../../parts/page.tsx';
import { Fault, Notice } from '../../parts/states.tsx';
import { ComplaintStatus, Mark } from '../../parts/status.tsx';
import { shortMoment } from '../../words/time.ts';
import { named, say, useLanguage } from '../../words/words.ts';
import css from './profile.module.css';

/** What a message would become by the text as it stands in the editor. Nothing is kept and nothing is sent. */
export function TryReading({ name, text }: { name: string; text: string }) {
  useLanguage();
  const { data: messages = [] } = useMessages(name);
  const { dryRun } = useProfileActs(name);
  const [payload, setPayload] = useState('');
  const [message, setMessage] = useState<string | null>(null);
  const run = () => dryRun.mutate(message === null ? { text, payload } : { text, inbox_id: message });
  return (
    <Panel title={say('reading.title')}>
      <Stack gap={12}>
        <p className="faint">{say('reading.what')}</p>
        <Select
          label={say('reading.message')}
          placeholder={say('reading.message.none')}
          clearable
          clearButtonProps={{ 'aria-label': say('filter.clear') }}
          value={message}
          onChange={setMessage}
          data={messages.map((each) => ({
            value: each.id,
            label: [shortMoment(each.received_at), named('waiting', each.kind), each.external_id, each.complaint]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
        {message === null && (
          <Textarea
            label={say('reading.payload')}
            autosize
            minRows={5}
            maxRows={14}
            classNames={{ input: 'mono' }}
            value={payload}
            onChange={(event) => setPayload(event.currentTarget.value)}
          />
        )}
        <Button
          leftSection={<IconPlayerPlay size={15} />}
          loading={dryRun.isPending}
          disabled={message === null && payload.trim() === ''}
          onClick={run}
        >
          {say('reading.act')}
        </Button>
        {dryRun.error && <Fault error={dryRun.error} />}
        {dryRun.data && <Became run={dryRun.data} />}
      </Stack>
    </Panel>
  );
}

function Became({ run }: { run: DryRun }) {
  const titleOf = useTitleOf();
  if (run.faults.length > 0) return <Notice tone="bad">{say('trial.faults')}</Notice>;
  return (
    <Stack gap={12} role="status">
      {run.failure && <Notice tone="bad">{run.failure.message}</Notice>}
      {run.problems.map((problem) => (
        <Notice key={problem.message} tone="warn">
          {problem.message}
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
              [say('word.rule'), `${each.decision.rule}: ${each.decision.why}`],
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
