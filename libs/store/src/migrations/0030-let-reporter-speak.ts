import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LetReporterSpeak1770000000000 implements MigrationInterface {
  name = 'LetReporterSpeak1770000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

const STATEMENTS = [
  `alter table link drop constraint link_role_check,
     add constraint link_role_check check (role in ('origin', 'home', 'handler', 'reporter'))`,
  // What reporters judged, in the order of time: for the recap.
  `create index event_judged on event (at) where type in ('confirmed', 'reopened')`,
];
