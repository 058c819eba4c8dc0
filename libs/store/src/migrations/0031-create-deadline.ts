import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDeadline1770100000000 implements MigrationInterface {
  name = 'CreateDeadline1770100000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

const STATEMENTS = [
  `create table deadline (
    complaint_id uuid not null references complaint (id),
    kind text not null,
    start_at timestamptz not null,
    warn_at timestamptz not null,
    due_at timestamptz not null,
    met_at timestamptz,
    is_paused boolean not null,
    source text not null,
    verified boolean not null,
    primary key (complaint_id, kind)
  )`,
  `create index deadline_running on deadline (warn_at) where met_at is null and not is_paused`,

  // Complaints whose deadlines are to be worked out anew: written with what changed, taken by whoever works them out.
  `create table stale_deadline (complaint_id uuid primary key)`,
  `insert into stale_deadline select id from complaint`,
];
