import type { Shown } from '../api/client.ts';
import { named, useLanguage } from '../words/words.ts';
import css from './parts.module.css';

export type Tone = 'ok' | 'info' | 'warn' | 'bad' | 'idle';

/** Always a text; the colour and the shape of its mark only help to find it. */
export const Mark = ({ tone, children }: { tone: Tone; children: React.ReactNode }) => (
  <span className={`${css.status} ${css[tone]}`}>{children}</span>
);

type Status = Shown<'ComplaintView'>['status'];

const COMPLAINT: Record<Status, Tone> = {
  received: 'idle',
  verifying: 'idle',
  needs_info: 'warn',
  assigned: 'info',
  in_progress: 'info',
  resolved: 'ok',
  closed: 'ok',
  rejected: 'bad',
};

const DELIVERY: Record<string, Tone> = {
  waiting: 'idle',
  sending: 'info',
  uncertain: 'warn',
  parked: 'bad',
  done: 'ok',
  skipped: 'idle',
};

/** Outcomes of the audit that are no good news; the hub may learn more of them. */
const OUTCOME: Record<string, Tone> = {
  ok: 'ok',
  test_ok: 'ok',
  duplicate: 'idle',
  skipped: 'idle',
  parked: 'bad',
  uncertain: 'warn',
  retry: 'warn',
  unauthorized: 'bad',
  rejected: 'bad',
  test_failed: 'bad',
  breaker_open: 'bad',
  failed: 'bad',
  gone: 'warn',
  pause: 'warn',
  waiting: 'warn',
};

export function ComplaintStatus({ status }: { status: Status }) {
  useLanguage();
  return <Mark tone={COMPLAINT[status]}>{named('status', status)}</Mark>;
}

export function DeliveryState({ state }: { state: string }) {
  useLanguage();
  return <Mark tone={DELIVERY[state] ?? 'idle'}>{named('delivery', state)}</Mark>;
}

export function Outcome({ outcome }: { outcome: string }) {
  useLanguage();
  return <Mark tone={OUTCOME[outcome] ?? 'info'}>{named('outcome', outcome)}</Mark>;
}
