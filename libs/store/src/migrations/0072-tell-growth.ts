import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TellGrowth1790000072000 implements MigrationInterface {
  name = 'TellGrowth1790000072000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

const STATEMENTS = [
  // What the channels know of an alert, and since when. Processes of an earlier version open alerts without saying so.
  `alter table alert add column told_count int not null default 0, add column told_at timestamptz not null default now()`,
  `update alert set told_count = count, told_at = opened_at`,
];
