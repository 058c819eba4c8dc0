import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a platform stated of a complaint last: what it states anew is news, and what it merely states again undoes nothing
 * that somebody decided here since.
 */
export class KeepWhatIsStated1790000064000 implements MigrationInterface {
  name = 'KeepWhatIsStated1790000064000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table link add column stated jsonb');
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}
