import type { Db } from './db.ts';

export interface AuditRow {
  hop: 'receive' | 'ingest' | 'deliver' | 'person' | 'system';
  /** `hub`, or the person or key that acted. */
  actor?: string | undefined;
  instance?: string | undefined;
  direction?: 'in' | 'out' | undefined;
  complaintId?: string | null | undefined;
  eventId?: string | undefined;
  eventType?: string | undefined;
  deliveryId?: string | undefined;
  inboxId?: string | undefined;
  outcome: string;
  attempt?: number | undefined;
  rule?: string | undefined;
  /** Plain Indonesian; no secret, no citizen's data. */
  detail?: string | undefined;
  request?: unknown;
  answer?: unknown;
  durationMs?: number | undefined;
  traceId: string;
}

/** Inserts the rows of the JSON array that the parameter holds. */
export const INSERT_AUDIT = (parameter: string): string => `
  insert into audit (hop, actor, instance, direction, complaint_id, event_id, event_type, delivery_id, inbox_id,
                     outcome, attempt, rule, detail, request, answer, duration_ms, trace_id)
  select hop, coalesce(actor, 'hub'), instance, direction, "complaintId", "eventId", "eventType", "deliveryId",
         "inboxId", outcome, attempt, rule, detail, request, answer, "durationMs", "traceId"
  from jsonb_to_recordset(${parameter}) as row(hop text, actor text, instance text, direction text, "complaintId" uuid,
       "eventId" text, "eventType" text, "deliveryId" uuid, "inboxId" bigint, outcome text, attempt int,
       rule text, detail text, request jsonb, answer jsonb, "durationMs" int, "traceId" text)`;

/** Writes the rows in the caller's transaction: a hop and its audit are true together or not at all. */
export async function audit(tx: Db, rows: AuditRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query({
    name: 'audit',
    text: INSERT_AUDIT('$1'),
    values: [json(rows)],
  });
}

/** jsonb refuses NUL and lone surrogates; nothing that gets this far may fail for one. */
export const json = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'string' ? each.replaceAll('\u0000', '').toWellFormed() : each,
  );

/** Makes room for this month's rows and those of the next two. Whoever comes first makes it. */
export async function prepareAuditMonths(db: Db): Promise<void> {
  await db.query(`
    select audit_month(month) from generate_series(now(), now() + interval '2 months', interval '1 month') as month
    where not exists (select from pg_class where relname = 'audit_' || to_char(month at time zone 'Asia/Jakarta', 'YYYY_MM'))`);
}
