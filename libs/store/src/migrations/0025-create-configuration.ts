import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateConfiguration1780000025000 implements MigrationInterface {
  name = 'CreateConfiguration1780000025000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

const STATEMENTS = [
  // A subject is `routing`, or `profile/` and the name of an instance. Whatever is live of it changes its revision.
  `create table configuration_subject (subject text primary key, revision bigint not null default 0)`,
  `create table configuration_version (
    subject text not null references configuration_subject (subject),
    version int not null,
    text text not null,
    source text not null check (source in ('file', 'saved', 'rollback')),
    saved_by text not null,
    why text not null,
    saved_at timestamptz not null default now(),
    primary key (subject, version)
  )`,
  `create function configuration_version_stays() returns trigger language plpgsql as $$
    begin
      raise exception 'a saved version is never changed';
    end
  $$`,
  `create trigger configuration_version_no_change before update or delete on configuration_version
    for each row execute function configuration_version_stays()`,

  // Values are sealed and override the environment. While a platform changes over, the previous one counts too.
  `create table secret (
    instance text not null references instance (name),
    name text not null,
    value bytea not null,
    previous bytea,
    previous_until timestamptz,
    set_by text not null,
    set_at timestamptz not null default now(),
    primary key (instance, name)
  )`,
];
