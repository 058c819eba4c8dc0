import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindWhatWaits1790000063000 implements MigrationInterface {
  name = 'FindWhatWaits1790000063000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

/** The few rows that every hop asks for among all that was ever done: what they cost must not grow with it. */
const STATEMENTS = [
  `create index outbox_creating on outbox (instance) where kind = 'opened' and state not in ('done', 'skipped')`,
  // In the order in which messages are taken, or the whole history is read in that order.
  `drop index inbox_waiting`,
  `create index inbox_waiting on inbox (instance, id, run_at) where state = 'waiting'`,
  `create index inbox_waits_for_receipt on inbox (instance, case_key) where state = 'waiting'`,
  `create index inbox_webhook on inbox (instance, received_at) where kind = 'webhook'`,
];
