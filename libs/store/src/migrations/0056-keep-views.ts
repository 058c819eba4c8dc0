import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepViews1790000056000 implements MigrationInterface {
  name = 'KeepViews1790000056000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

const STATEMENTS = [
  // A person's own: the address of a list with its filters, under a name.
  `create table saved_view (
    id uuid primary key,
    account_id uuid not null references account (id) on delete cascade,
    page text not null,
    name text not null,
    query text not null,
    created_at timestamptz not null default now()
  )`,
  `create unique index saved_view_name_once on saved_view (account_id, page, lower(name))`,

  // What was done under a key is not done again: what it led to is told once more instead.
  `create table act_key (
    actor text not null,
    key text not null,
    print bytea not null,
    number text,
    targets text[] not null default '{}',
    trace_id text,
    at timestamptz not null default now(),
    primary key (actor, key)
  )`,
];
