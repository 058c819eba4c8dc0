import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ListComplaints1790000061000 implements MigrationInterface {
  name = 'ListComplaints1790000061000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}

/** Where a value is rare, or all its complaints are old, the way there from the newest leads past a million others. */
const STATEMENTS = [
  `create index complaint_by_channel on complaint (channel, id)`,
  `create index complaint_by_category on complaint (category, id) where category is not null`,
  `create index complaint_by_handler on complaint (handler, id)`,
  `create index complaint_by_kewenangan on complaint (kewenangan, id)`,
  `create index link_by_instance on link (instance, complaint_id)`,
  `create index complaint_by_opening on complaint (opened_at, id)`,
  `create index complaint_rahasia on complaint (id) where rahasia`,
  // How often words stand in texts is guessed from a sample of them; a small one takes rare words for common.
  `alter table complaint alter column text set statistics 500`,
];
