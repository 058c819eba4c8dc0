import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexByTime1790000055000 implements MigrationInterface {
  name = 'IndexByTime1790000055000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

/** Rows lie in the order in which they came: a summary of each stretch finds a day, and costs an insert nothing. */
const STATEMENTS = [
  `create index complaint_by_time on complaint using brin (created_at)`,
  `create index event_by_time on event using brin (received_at)`,
];
