import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateApiKey1767200000000 implements MigrationInterface {
  name = 'CreateApiKey1767200000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

const STATEMENTS = [
  `create table api_key (
    id uuid primary key,
    name text not null,
    scopes text[] not null,
    key_hash bytea not null unique,
    created_by text not null,
    created_at timestamptz not null default now(),
    used_at timestamptz,
    revoked_at timestamptz
  )`,
  // The audit calls a key by its name.
  `create unique index api_key_name_once on api_key (lower(name)) where revoked_at is null`,
  // What an office sees of the complaints, newest first.
  `create index complaint_by_opd on complaint (opd, id) where opd is not null`,
  `create index complaint_by_kecamatan on complaint (left(location ->> 'areaCode', 8), id)`,
];
