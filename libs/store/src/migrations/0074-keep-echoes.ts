import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what a platform will show what it took: so it is known again there whatever the platform makes of its words. */
export class KeepEchoes1790000074000 implements MigrationInterface {
  name = 'KeepEchoes1790000074000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outbox add column echoes text[]');
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}
