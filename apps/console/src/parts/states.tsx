import { Button, Skeleton, Stack } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInbox, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { Refusal } from '../api/client.ts';
import { heard, say, useLanguage } from '../words/words.ts';
import css from './parts.module.css';
import type { Tone } from './status.tsx';

const ICON = {
  ok: IconCircleCheck,
  info: IconInfoCircle,
  warn: IconAlertTriangle,
  bad: IconAlertTriangle,
  idle: IconInfoCircle,
} as const;

interface NoticeProps {
  tone: Tone;
  children: React.ReactNode;
  /** Said aloud by a screen reader as soon as it appears. */
  urgent?: boolean;
}

export function Notice({ tone, children, urgent = false }: NoticeProps) {
  const Icon = ICON[tone];
  return (
    <div className={`${css.notice} ${css[tone]}`} role={urgent ? 'alert' : undefined}>
      <Icon size={18} aria-hidden />
      <div className="wrap">{children}</div>
    </div>
  );
}

export function Loading({ rows = 6 }: { rows?: number }) {
  useLanguage();
  return (
    <Stack gap={10} p={16} role="status">
      <span className="only-heard">{say('state.loading')}</span>
      {Array.from({ length: rows }, (_none, index) => (
        <Skeleton key={index} height={16} width={`${94 - ((index * 17) % 38)}%`} radius="sm" />
      ))}
    </Stack>
  );
}

interface EmptyProps {
  title: string;
  children?: React.ReactNode;
  good?: boolean;
}

export function Empty({ title, children, good = false }: EmptyProps) {
  const Icon = good ? IconCircleCheck : IconInbox;
  return (
    <div className={css.empty}>
      <Icon size={30} stroke={1.4} aria-hidden />
      <strong>{title}</strong>
      {children && <p className="faint">{children}</p>}
    </div>
  );
}

/** The hub's own sentence, what can be done, and the number under which its log tells more. */
export function Fault({ error, again }: { error: unknown; again?: () => void }) {
  useLanguage();
  const { problem } = error instanceof Refusal ? error : { problem: {} as Refusal['problem'] };
  return (
    <div style={{ padding: 16 }}>
      <Notice tone="bad" urgent>
        <strong>{heard(problem.title) ?? say('state.unreachable')}</strong>
        <p>{heard(problem.detail) ?? say('state.unreachable.what')}</p>
        {problem.errors?.map(({ field, message }) => (
          <p key={`${field}${message}`}>
            <span className="mono">{field}</span>: {heard(message)}
          </p>
        ))}
        {problem.faults?.map(({ line, path, message }) => (
          <p key={`${line}${path}${message}`}>
            {say('faults.line', { line })} <span className="mono">{path}</span> {heard(message)}
          </p>
        ))}
        {problem.trace_id && (
          <p className="faint">
            {say('word.trace')} <span className="mono">{problem.trace_id}</span>
          </p>
        )}
        {again && (
          <Button mt={8} variant="default" onClick={again}>
            {say('act.again')}
          </Button>
        )}
      </Notice>
    </div>
  );
}

/** What went wrong since this was opened: a dialog begins without what was refused in the one before. */
export function useNewFault(error: unknown): unknown {
  const [before] = useState(error);
  return error === before ? null : error;
}

export interface Asked<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
  fetchStatus?: string;
}

/** One of: still asked, refused, or what was answered. What was answered once stays while a later ask fails. */
export function Answered<T>({ of, children }: { of: Asked<T>; children: (data: T) => React.ReactNode }) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <Fault error={of.error} again={() => void of.refetch()} />;
  // What this person may not ask for is not asked for.
  if (of.fetchStatus === 'idle') return <Empty title={say('state.not-allowed')}>{say('state.not-allowed.what')}</Empty>;
  return <Loading />;
}
