import type { Db } from '#store';

export interface Outcomes {
  hop: 'receive' | 'deliver';
  instance: string;
  outcome: string;
  count: number;
}

/** After this time no transaction that wrote an audit row can still be open. */
const SETTLED_AFTER = `interval '60 seconds'`;

interface Row extends Outcomes {
  settled: number;
  upto: string;
}

/**
 * Counts hops by their audit rows without ever counting the whole table.
 *
 * Ids are given in order but commit out of order, so only what is old enough is counted for good; what is younger is
 * counted anew each time. The sum never goes back, and no late row is missed.
 */
export class AuditTail {
  private from: string | null = null;
  private readonly settled = new Map<string, Outcomes>();

  constructor(private readonly db: Db) {}

  async read(): Promise<Outcomes[]> {
    if (this.from === null) return this.begin();
    const { rows } = await this.db.query<Row>({
      name: 'metrics-tail',
      text: `with upto as (
               select coalesce((select id from audit where id > $1 and at < now() - ${SETTLED_AFTER}
                                order by id desc limit 1), $1::bigint) as id
             )
             select hop, instance, outcome, count(*)::int as count, upto.id as upto,
                    (count(*) filter (where audit.id <= upto.id))::int as settled
             from audit, upto
             where audit.id > $1 and hop in ('receive', 'deliver') and instance is not null
               and (hop = 'deliver' or outcome in ('ok', 'duplicate', 'conflict'))
             group by hop, instance, outcome, upto.id`,
      values: [this.from],
    });
    const totals = new Map(this.settled);
    for (const row of rows) {
      const { hop, instance, outcome, count, settled } = row;
      const key = `${hop} ${instance} ${outcome}`;
      const before = this.settled.get(key)?.count ?? 0;
      totals.set(key, { hop, instance, outcome, count: before + count });
      if (settled > 0) this.settled.set(key, { hop, instance, outcome, count: before + settled });
    }
    this.from = rows[0]?.upto ?? this.from;
    return [...totals.values()];
  }

  private async begin(): Promise<Outcomes[]> {
    const { rows } = await this.db.query<{ id: string }>('select coalesce(max(id), 0) as id from audit');
    this.from = rows[0]?.id ?? '0';
    return [];
  }
}
