import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SearchRareAudit1790000062000 implements MigrationInterface {
  name = 'SearchRareAudit1790000062000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

/** What few rows are is looked for among millions of others; the rows that every message leaves pay for neither. */
const STATEMENTS = [
  `create index audit_by_rare_event on audit (event_type, id)
     where event_type not in ('opened', 'replied', 'status_changed')`,
  `create index audit_by_rare_hop on audit (hop, id) where hop in ('person', 'system')`,
];
