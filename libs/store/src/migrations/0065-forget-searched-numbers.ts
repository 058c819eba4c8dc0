import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A telephone number that somebody searched for is nobody's to keep: saved views leave it out, and those that have one lose it. */
export class ForgetSearchedNumbers1790000065000 implements MigrationInterface {
  name = 'ForgetSearchedNumbers1790000065000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`update saved_view set query = regexp_replace(query, '(^|&)phone=[^&]*', '', 'g')
                        where query ~ '(^|&)phone='`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of the hub only go forward');
  }
}
