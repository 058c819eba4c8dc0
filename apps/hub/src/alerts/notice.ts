import type { Alert, AlertKind } from '#store';

/** What a channel tells of one alert. */
export interface Notice {
  type: 'alert.opened' | 'alert.grown' | 'alert.closed';
  timestamp: Date | string;
  data: {
    id: string;
    kind: AlertKind;
    instance: string;
    title: string;
    message: string;
    count: number;
    opened_at: Date | string;
    closed_at: Date | string | null;
  };
}

export function noticeOf(type: Notice['type'], alert: Alert, title: string): Notice {
  const { id, kind, instance, message, count, openedAt, toldAt, closedAt } = alert;
  const data = { id, kind, instance, title, message, count, opened_at: openedAt, closed_at: closedAt };
  return { type, timestamp: closedAt ?? toldAt, data };
}

/** The same on every try. An alert may grow more than once. */
export function idOf({ type, timestamp, data }: Notice): string {
  const id = `${data.id}.${type.slice('alert.'.length)}`;
  return type === 'alert.grown' ? `${id}.${new Date(timestamp).getTime()}` : id;
}

/** Nothing leaves, or nobody knows whether it left, until a person acts. */
export const URGENT: ReadonlySet<AlertKind> = new Set<AlertKind>([
  'instance_paused',
  'breaker_open',
  'delivery_uncertain',
  'deadline_overdue',
]);

/** What was held back, together: what began and ended meanwhile is told once, as ended. */
export function digestOf(held: Notice[]): Notice[] {
  const last = new Map<string, Notice>();
  for (const notice of held) last.set(notice.data.id, notice);
  return [...last.values()];
}

interface Letter {
  subject: string;
  text: string;
}

const DONE = { 'alert.opened': 'Peringatan', 'alert.grown': 'Bertambah', 'alert.closed': 'Berakhir' } as const;

export function letterOf(notices: Notice[], publicUrl: string): Letter {
  const [first] = notices;
  const subject =
    notices.length === 1 && first
      ? `${DONE[first.type]}: ${first.data.title}`
      : `${notices.length} pemberitahuan dari waktu tenang`;
  const lines = notices.map(({ type, data }) => `${DONE[type]}: ${data.message}`);
  return { subject: `[Simpul Aduan] ${subject}`, text: `${lines.join('\n\n')}\n\n${publicUrl}/pemberitahuan\n` };
}
