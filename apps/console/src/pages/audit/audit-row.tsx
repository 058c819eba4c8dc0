import { Drawer, Stack, Title } from '@mantine/core';
import { Link } from 'wouter';
import { type AUDIT_FILTERS, type AuditEntry, useAuditDetail } from '../../api/audit.ts';
import { useTitleOf } from '../../api/instances.ts';
import { Code } from '../../parts/code.tsx';
import { Difference } from '../../parts/difference.tsx';
import { Facts } from '../../parts/page.tsx';
import { Outcome } from '../../parts/status.tsx';
import { duration, moment } from '../../words/time.ts';
import { eventNamed, heard, named, say, useLanguage } from '../../words/words.ts';
import css from './audit.module.css';

interface AuditRowProps {
  entry: AuditEntry;
  onClose: () => void;
  onFilter: (name: (typeof AUDIT_FILTERS)[number], value: string) => void;
}

/** One row with all that the hub kept about it; from here every related row is one click away. */
export function AuditRow({ entry, onClose, onFilter }: AuditRowProps) {
  useLanguage();
  const titleOf = useTitleOf();
  const { data: detail } = useAuditDetail(entry.id);
  const filter = (name: (typeof AUDIT_FILTERS)[number], value: string | null) =>
    value && (
      <button type="button" className={`link mono ${css.filter}`} onClick={() => onFilter(name, value)}>
        {value}
      </button>
    );
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={640}
      title={
        <strong>
          {named('hop', entry.hop)} · {moment(entry.at)} WIB
        </strong>
      }
      closeButtonProps={{ 'aria-label': say('act.close') }}
    >
      <Stack gap={16}>
        <Facts
          rows={[
            [say('audit.outcome'), <Outcome key="outcome" outcome={entry.outcome} />],
            [say('audit.detail'), heard(entry.detail)],
            [say('word.instance'), titleOf(entry.instance)],
            [say('audit.direction'), entry.direction && named('direction', entry.direction)],
            [
              say('word.complaint'),
              entry.complaint && (
                <Link key="complaint" href={`/aduan/${entry.complaint}`} className="link number">
                  {entry.complaint}
                </Link>
              ),
            ],
            [say('audit.event'), entry.event_type && eventNamed(entry.event_type)],
            [
              say('audit.event-id'),
              entry.event_id && (
                <span key="event" className="mono">
                  {entry.event_id}
                </span>
              ),
            ],
            [say('word.delivery'), filter('delivery_id', entry.delivery_id)],
            [say('word.rule'), filter('rule', entry.rule)],
            [say('word.attempts'), entry.attempt],
            [say('audit.duration'), entry.duration_ms !== null && duration(entry.duration_ms)],
            [say('audit.actor'), filter('actor', entry.actor)],
            [say('word.trace'), filter('trace_id', entry.trace_id)],
          ]}
        />
        {detail?.previous && (
          <Stack gap={6}>
            <Title order={3}>{say('audit.difference')}</Title>
            <p className="faint">
              {say('audit.difference.from', { hop: named('hop', detail.previous.hop), at: moment(detail.previous.at) })}
            </p>
            <Difference diff={detail.difference} />
          </Stack>
        )}
        {entry.request !== null && (
          <Stack gap={6}>
            <Title order={3}>{say('audit.request')}</Title>
            <Code label={say('audit.request')} value={entry.request} />
          </Stack>
        )}
        {entry.answer !== null && (
          <Stack gap={6}>
            <Title order={3}>{say('audit.answer')}</Title>
            <Code label={say('audit.answer')} value={entry.answer} />
          </Stack>
        )}
        {(entry.request !== null || entry.answer !== null) && <p className="faint">{say('audit.masked')}</p>}
      </Stack>
    </Drawer>
  );
}
