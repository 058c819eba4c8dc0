import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A webhook of a channel tells of many things: each becomes a message of its own. */
export class TakeWebhooksApart1766001000000 implements MigrationInterface {
  name = 'TakeWebhooksApart1766001000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table inbox drop constraint inbox_kind_check`);
    await runner.query(
      `alter table inbox add constraint inbox_kind_check check (kind in ('webhook', 'poll', 'case', 'unit'))`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}
