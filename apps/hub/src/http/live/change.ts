import { CATEGORY, type Status, STATUS } from '#complaint';
import type { Db } from '#store';
import type { Scope } from '../access/scope.ts';

/** One line of the stream. Nothing in it says what a citizen said: whoever may see it reads it by its number. */
export interface Change {
  /** Of the audit row that tells it; what has none can't be asked for again. */
  id: string | null;
  event: 'complaint' | 'delivery' | 'instance' | 'alert' | 'reset';
  data: object;
  /** Whose complaint it is about; `null` where it is about none. */
  of: { opd: string | null; kecamatan: string | null } | null;
}

interface Row {
  id: string;
  at: Date;
  hop: 'receive' | 'ingest' | 'deliver' | 'person' | 'system';
  instance: string | null;
  event_type: string | null;
  outcome: string;
  delivery_id: string | null;
  trace_id: string;
  number: string | null;
  status: Status | null;
  category: keyof typeof CATEGORY | null;
  handler: string | null;
  opd: string | null;
  kecamatan: string | null;
}

interface Audited {
  id: string;
  /** Nothing where the row is not worth telling: what was only received tells nothing yet. */
  change: Change | null;
}

/** What was audited after `after`, in order; at most `limit`. */
export async function auditedAfter(db: Db, after: string, limit: number): Promise<Audited[]> {
  const { rows } = await db.query<Row>({
    name: 'live-changes',
    text: `select a.id, a.at, a.hop, a.instance, a.event_type, a.outcome, a.delivery_id, a.trace_id,
                  c.number, c.status, c.category, c.handler, c.opd, left(c.location ->> 'areaCode', 8) as kecamatan
           from (select * from audit where id > $1 order by id limit $2) as a
           left join complaint c on c.id = a.complaint_id
           order by a.id`,
    values: [after, limit],
  });
  return rows.map((row) => ({ id: row.id, change: changeOf(row) }));
}

export async function lastAudit(db: Db): Promise<string> {
  const { rows } = await db.query<{ id: string }>('select coalesce(max(id), 0) as id from audit');
  return rows[0]?.id ?? '0';
}

function changeOf(row: Row): Change | null {
  const { id, at, hop, instance, outcome, delivery_id: delivery, number: complaint, event_type: kind } = row;
  const of = complaint === null ? null : { opd: row.opd, kecamatan: row.kecamatan };
  const told = { at, complaint, instance, kind, outcome, trace_id: row.trace_id };
  if (hop === 'deliver') return { id, event: 'delivery', data: { ...told, delivery_id: delivery }, of };
  if (complaint !== null && row.status !== null) {
    const { status, category, handler } = row;
    const labels = { status_label: STATUS[status].label, category_label: category && CATEGORY[category] };
    return { id, event: 'complaint', data: { ...told, status, category, handler, ...labels }, of };
  }
  return hop === 'person' && instance !== null ? { id, event: 'instance', data: told, of: null } : null;
}

/** Whether who may see no more than `scope`, or nothing of the connections, is told of it. */
export function concerns({ event, of }: Change, { opd, kecamatan }: Scope, seesInstances: boolean): boolean {
  if (event === 'reset') return true;
  if (!of) return seesInstances;
  return (opd === undefined || of.opd === opd) && (kecamatan === undefined || of.kecamatan === kecamatan);
}
