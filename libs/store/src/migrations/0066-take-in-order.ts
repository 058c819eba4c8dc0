import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TakeInOrder1790000066000 implements MigrationInterface {
  name = 'TakeInOrder1790000066000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

/**
 * Where many messages wait, a plan by the order of all ids looks cheap, and reads all that was ever heard before the first
 * of them. `id + 0` is an order that only the index of those that wait has.
 */
const STATEMENTS = [
  'drop index inbox_new',
  `create index inbox_new on inbox (instance, (id + 0)) where state = 'new'`,
  'drop index inbox_waiting',
  `create index inbox_waiting on inbox (instance, (id + 0), run_at) where state = 'waiting'`,
  'drop index inbox_webhook',
  `create index inbox_told on inbox (instance, kind, received_at) where kind in ('webhook', 'poll')`,
];
