import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRecoveryCode1790000060000 implements MigrationInterface {
  name = 'CreateRecoveryCode1790000060000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

const STATEMENTS = [
  // A keyed hash: who reads the database can neither read a code nor try guesses against it.
  `create table recovery_code (
    account_id uuid not null references account (id),
    hash bytea not null,
    used_at timestamptz,
    primary key (account_id, hash)
  )`,
];
