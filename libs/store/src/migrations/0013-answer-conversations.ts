import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AnswerConversations1768000000013 implements MigrationInterface {
  name = 'AnswerConversations1768000000013';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

const STATEMENTS = [
  // A question to somebody whose complaint is not one yet is about no complaint.
  `alter table outbox alter column complaint_id drop not null`,
  // Where a complaint was raised in a conversation, what becomes of it is said there.
  `alter table link add column conversation_id uuid references conversation (id)`,
];
