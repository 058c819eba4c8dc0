import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindTalks1790000067000 implements MigrationInterface {
  name = 'FindTalks1790000067000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

/** What one person said elsewhere, and what became a complaint there: asked for with each thing that they say. */
const STATEMENTS = [
  'create index conversation_by_person on conversation (person_id) where person_id is not null',
  'create index link_by_conversation on link (conversation_id) where conversation_id is not null',
];
