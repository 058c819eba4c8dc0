import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexDeliveriesByTime1780000027000 implements MigrationInterface {
  name = 'IndexDeliveriesByTime1780000027000';

  async up(runner: QueryRunner): Promise<void> {
    // Deliveries come in the order of time: next to nothing to keep, and enough to find the last hours.
    await runner.query(`create index outbox_by_time on outbox using brin (created_at) with (pages_per_range = 16)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}
