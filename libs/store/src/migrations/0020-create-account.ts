import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccount1767000000000 implements MigrationInterface {
  name = 'CreateAccount1767000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

const STATEMENTS = [
  // A role that sees its own office alone must name one: without it the scope would be everything or nothing by accident.
  `create table account (
    id uuid primary key,
    email text not null unique check (email = lower(email)),
    name text not null,
    role text not null check (role in ('admin_utama', 'admin_opd', 'admin_kecamatan', 'admin_vertikal',
      'operator_integrasi', 'auditor', 'pimpinan')),
    opd text,
    kecamatan text,
    password text,
    created_at timestamptz not null default now(),
    disabled_at timestamptz,
    check ((opd is not null) = (role in ('admin_opd', 'admin_vertikal'))),
    check ((kecamatan is not null) = (role = 'admin_kecamatan'))
  )`,
  `create table session (
    id uuid primary key,
    account_id uuid not null references account (id),
    token_hash bytea not null unique,
    address text,
    agent text,
    created_at timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    ended_at timestamptz,
    refused_at timestamptz
  )`,
  `create index session_by_account on session (account_id, id)`,
  `create index session_by_time on session (created_at)`,
  `create table invitation (
    token_hash bytea primary key,
    account_id uuid not null references account (id),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  `create index invitation_by_account on invitation (account_id)`,
];
