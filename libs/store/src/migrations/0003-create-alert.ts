import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAlert1766000000000 implements MigrationInterface {
  name = 'CreateAlert1766000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

const STATEMENTS = [
  `create table alert (
    id uuid primary key,
    kind text not null,
    instance text not null references instance (name),
    subject text not null default '',
    message text not null,
    count int not null,
    opened_at timestamptz not null default now(),
    closed_at timestamptz
  )`,
  // A reason may be longer than an index takes.
  `create unique index alert_open_once on alert (kind, instance, md5(subject)) where closed_at is null`,
  `create index alert_by_time on alert (opened_at, id)`,

  // Messages come in the order of time: next to nothing to keep, and enough to find a stretch of days.
  `create index inbox_by_time on inbox using brin (received_at)`,
];
