import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRecapReport1790000035000 implements MigrationInterface {
  name = 'CreateRecapReport1790000035000';

  async up(runner: QueryRunner): Promise<void> {
    // A month's report as it was made; whoever makes it has claimed the month for a while.
    await runner.query(`create table recap_report (
      month date primary key,
      claimed_until timestamptz not null,
      made_at timestamptz,
      received int,
      pdf bytea,
      xlsx bytea,
      check (made_at is null or received is not null and pdf is not null and xlsx is not null)
    )`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}
