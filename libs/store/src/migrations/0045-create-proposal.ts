import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateProposal1790000045000 implements MigrationInterface {
  name = 'CreateProposal1790000045000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

// What was said stays with the complaint alone, so that whatever erases it erases the example too.
const STATEMENTS = [
  `create table proposal (
    id uuid primary key,
    complaint_id uuid not null unique references complaint (id),
    why text not null check (why in ('unsure', 'marked')),
    category text,
    kewenangan text,
    area text,
    confidence double precision not null,
    matched jsonb not null,
    reasons jsonb not null,
    state text not null default 'waiting' check (state in ('waiting', 'accepted', 'corrected', 'superseded')),
    decided_category text,
    decided_kewenangan text,
    decided_area text,
    decided_by text,
    decided_at timestamptz,
    created_at timestamptz not null default now()
  )`,
  `create index proposal_waiting on proposal (id) where state = 'waiting'`,
];
