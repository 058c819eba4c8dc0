import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddSecondFactor1767100000000 implements MigrationInterface {
  name = 'AddSecondFactor1767100000000';

  async up(runner: QueryRunner): Promise<void> {
    // The step is that of the last code that was used: none is taken twice.
    await runner.query(
      `alter table account add totp bytea, add totp_confirmed_at timestamptz, add totp_step bigint not null default 0`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}
