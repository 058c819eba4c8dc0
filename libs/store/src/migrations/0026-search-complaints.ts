import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SearchComplaints1780000026000 implements MigrationInterface {
  name = 'SearchComplaints1780000026000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

const STATEMENTS = [
  // Part of every PostgreSQL that is packaged, and trusted: the owner of the database may create it.
  `create extension if not exists pg_trgm`,
  `create index complaint_by_words on complaint using gin (text gin_trgm_ops, title gin_trgm_ops)`,
  `create index link_by_case on link (external_id)`,

  // A keyed hash: who knows the number can find the complaint, and nobody can read the number from it.
  `alter table complaint add column phone_hash bytea`,
  `create index complaint_by_phone on complaint (phone_hash) where phone_hash is not null`,

  // What people do here is told by no platform: such an event's instance is the hub itself.
  `alter table event drop constraint event_instance_fkey`,
];
