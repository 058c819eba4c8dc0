import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindUnsaid1790000068000 implements MigrationInterface {
  name = 'FindUnsaid1790000068000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

/** What could not be said while a window was closed: looked for whenever somebody writes. */
const STATEMENTS = [`create index outbox_unsaid on outbox (lane) where state = 'skipped' and failure = 'window'`];
