import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAlertChannel1790000057000 implements MigrationInterface {
  name = 'CreateAlertChannel1790000057000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

const STATEMENTS = [
  `alter table alert add column acknowledged_at timestamptz, add column acknowledged_by text`,

  // Where alerts are told. No kinds means all of them; times of the day are those of WIB.
  `create table alert_channel (
    id uuid primary key,
    kind text not null check (kind in ('webhook', 'email')),
    name text not null,
    target text not null,
    secret bytea,
    kinds text[] not null default '{}',
    quiet_from text,
    quiet_to text,
    urgent_passes boolean not null default true,
    enabled boolean not null default true,
    created_by text not null,
    created_at timestamptz not null default now(),
    check ((quiet_from is null) = (quiet_to is null))
  )`,

  // What happened in a channel's quiet time; told together when it is over.
  `create table alert_held (
    id bigint generated always as identity primary key,
    channel_id uuid not null references alert_channel (id) on delete cascade,
    notice jsonb not null
  )`,
  `create index alert_held_by_channel on alert_held (channel_id, id)`,
];
