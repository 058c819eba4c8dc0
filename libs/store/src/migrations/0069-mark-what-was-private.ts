import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MarkWhatWasPrivate1790000069000 implements MigrationInterface {
  name = 'MarkWhatWasPrivate1790000069000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MARK);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

/** What was said in a private chat before events told so; each is named after the message that said it. */
const MARK = `
  update event e set body = e.body || '{"private": true}'
  from message m join conversation c on c.id = m.conversation_id
  where e.type = 'followed_up' and e.body is not null and c.kind = 'direct' and m.instance = e.instance
    and m.complaint_id = e.complaint_id
    and m.id::text = substring(e.event_id from '^(?:message|edited):([0-9a-f-]{36})')`;
