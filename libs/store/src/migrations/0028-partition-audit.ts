import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PartitionAudit1780000028000 implements MigrationInterface {
  name = 'PartitionAudit1780000028000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

const COLUMNS = `id, at, hop, actor, instance, direction, complaint_id, event_id, event_type, delivery_id, inbox_id,
  outcome, attempt, rule, detail, request, answer, duration_ms, trace_id`;

const STATEMENTS = [
  `alter table audit rename to audit_whole`,
  `alter table audit_whole drop constraint audit_pkey`,
  ...['audit_by_complaint', 'audit_by_instance', 'audit_by_trace'].map((index) => `drop index ${index}`),
  `create sequence audit_id as bigint`,
  `create table audit (
    id bigint not null default nextval('audit_id'),
    at timestamptz not null default clock_timestamp(),
    hop text not null check (hop in ('receive', 'ingest', 'deliver', 'person', 'system')),
    actor text not null,
    instance text,
    direction text check (direction in ('in', 'out')),
    complaint_id uuid,
    event_id text,
    event_type text,
    delivery_id uuid,
    inbox_id bigint,
    outcome text not null,
    attempt int,
    rule text,
    detail text,
    request jsonb,
    answer jsonb,
    duration_ms int,
    trace_id text not null,
    primary key (id, at)
  ) partition by range (at)`,
  `alter sequence audit_id owned by audit.id`,

  // Each of these leads to rows that are few among many, the newest first; what nearly every row has needs no index.
  `create index audit_by_complaint on audit (complaint_id, id) where complaint_id is not null`,
  `create index audit_by_instance on audit (instance, id)`,
  `create index audit_by_trace on audit (trace_id)`,
  `create index audit_by_time on audit (at)`,
  `create index audit_by_delivery on audit (delivery_id, id) where delivery_id is not null`,
  `create index audit_by_actor on audit (actor, id) where actor <> 'hub'`,
  `create index audit_by_rule on audit (rule, id) where rule is not null`,
  `create index audit_by_outcome on audit (outcome, id) where outcome <> 'ok'`,

  // Months are those of WIB. A row of a month that nobody prepared goes to the rest, and is found all the same.
  `create table audit_rest partition of audit default`,
  `create function audit_month(day timestamptz) returns void language plpgsql as $$
    declare
      first timestamp := date_trunc('month', day at time zone 'Asia/Jakarta');
      name text := 'audit_' || to_char(first, 'YYYY_MM');
    begin
      perform pg_advisory_xact_lock(hashtext('audit_month'));
      if to_regclass(name) is not null then
        return;
      end if;
      execute format('create table %I partition of audit for values from (%L) to (%L)',
        name, first at time zone 'Asia/Jakarta', (first + interval '1 month') at time zone 'Asia/Jakarta');
      execute format('create trigger audit_no_truncate before truncate on %I
        for each statement execute function audit_is_append_only()', name);
    end
  $$`,
  `select audit_month(month) from generate_series(
     date_trunc('month', (select coalesce(min(at), now()) from audit_whole)), now() + interval '2 months',
     interval '1 month') as month`,

  `insert into audit (${COLUMNS}) select ${COLUMNS} from audit_whole order by id`,
  `select setval('audit_id', (select coalesce(max(id), 0) + 1 from audit_whole), false)`,
  `drop table audit_whole`,
  `create trigger audit_no_change before update or delete on audit
    for each row execute function audit_is_append_only()`,
  // Rows' triggers reach every part by themselves, a statement's does not.
  ...['audit', 'audit_rest'].map(
    (table) => `create trigger audit_no_truncate before truncate on ${table}
      for each statement execute function audit_is_append_only()`,
  ),
];
