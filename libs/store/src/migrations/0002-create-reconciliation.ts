import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReconciliation1764100000000 implements MigrationInterface {
  name = 'CreateReconciliation1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

const STATEMENTS = [
  // The platform's time of the last change that was compared with what we know.
  `alter table link add column reconciled_to timestamptz`,

  `create table reconciliation (
    id uuid primary key,
    instance text not null references instance (name),
    state text not null default 'running' check (state in ('running', 'done', 'halted', 'failed')),
    phase text not null default 'there' check (phase in ('there', 'here')),
    asked_by text not null,
    accepts_fewer boolean not null default false,
    cursor text,
    tells_changes boolean not null default false,
    after text not null default '',
    listed int not null default 0,
    fetched int not null default 0,
    failures int not null default 0,
    restarts int not null default 0,
    reason text,
    run_at timestamptz not null default now(),
    lease_until timestamptz,
    fence bigint not null default 0,
    trace_id text not null,
    started_at timestamptz not null default now(),
    finished_at timestamptz
  )`,
  `create unique index reconciliation_one_at_a_time on reconciliation (instance) where state = 'running'`,
  `create index reconciliation_by_instance on reconciliation (instance, started_at)`,

  `create table reconciliation_seen (
    run_id uuid not null,
    external_id text not null,
    reply_id text not null default '',
    digest bytea,
    primary key (run_id, external_id, reply_id)
  )`,

  `create table drift (
    id uuid primary key,
    run_id uuid not null references reconciliation (id),
    instance text not null references instance (name),
    kind text not null check (kind in ('missing_here', 'missing_there', 'other_status', 'missing_reply')),
    what text not null check (what in ('case', 'reply', 'status', 'facts')),
    state text not null check (state in ('repaired', 'open', 'dismissed', 'settled')),
    complaint_id uuid references complaint (id),
    external_id text not null,
    subject text not null,
    delivery_id uuid,
    sentence text not null,
    found_at timestamptz not null default now(),
    closed_at timestamptz,
    closed_by text,
    reason text
  )`,
  `create unique index drift_once_a_run on drift (run_id, kind, external_id, subject)`,
  `create unique index drift_offered_once on drift (instance, kind, external_id, subject)
    where state in ('open', 'dismissed')`,
  `create index drift_open on drift (instance, id) where state = 'open'`,
  `create index drift_by_delivery on drift (delivery_id) where delivery_id is not null`,
];
