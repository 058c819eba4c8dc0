import type { Hub } from '#sync';
import { instanceStates } from '../instances/instance.queries.ts';
import type { Change } from './change.ts';

interface AlertRow {
  id: string;
  kind: string;
  instance: string;
  message: string;
  count: number;
  opened_at: Date;
  closed_at: Date | null;
}

/** What has a state rather than a history: connections and alerts. Tells what is not as it was at the last look. */
export class States {
  private readonly known = new Map<string, string>();
  private since = new Date();

  constructor(private readonly hub: Hub) {}

  async look(): Promise<Change[]> {
    const changes: Change[] = [];
    for (const state of await instanceStates(this.hub)) {
      const text = JSON.stringify(state);
      if (this.known.get(state.name) !== text) changes.push({ id: null, event: 'instance', data: state, of: null });
      this.known.set(state.name, text);
    }
    const before = this.since;
    const { rows } = await this.hub.pool.query<AlertRow & { now: Date }>(
      `select id, kind, instance, message, count, opened_at, closed_at, now() as now
       from alert where opened_at > $1 or closed_at > $1 order by opened_at`,
      [before],
    );
    this.since = rows[0]?.now ?? before;
    return [
      ...changes,
      ...rows.map(({ now: _now, ...data }): Change => ({ id: null, event: 'alert', data, of: null })),
    ];
  }
}
