import type { Connection } from '#connector';
import type { Db } from '#store';
import { failed, ok, type Outcome, skipped } from './step.ts';

/** Nothing is written to find out: what the last real deliveries met tells. */
export async function writeStep(db: Db, name: string, { push }: Connection): Promise<Outcome> {
  const kinds = Object.keys(push);
  if (kinds.length === 0) return skipped('write_reads_only');
  const { rows } = await db.query<{ outcome: string; status: string | null; at: Date }>(
    `select outcome, answer ->> 'status' as status, at from audit
     where instance = $1 and hop = 'deliver' and (outcome = 'ok' or answer ->> 'status' in ('401', '403'))
     order by id desc limit 1`,
    [name],
  );
  const last = rows[0];
  if (!last) return skipped('write_none_yet', { kinds: kinds.join(', ') });
  const at = last.at.toLocaleString('id-ID', { timeZone: 'Asia/Jakarta' });
  if (last.outcome === 'ok') return ok('write_accepted', { at });
  return failed('write_refused', 'rights', { status: last.status ?? '?', at });
}

const WINDOW_FULL = 0.9;

/** How much of the rate that the platform allows is taken in the window that runs now. */
export async function rateStep(db: Db, name: string, perMinute: number): Promise<Outcome> {
  const { rows } = await db.query<{ points: number; throttled: Date | null }>(
    `select coalesce(max(r.points) filter (where r.expire > extract(epoch from now()) * 1000), 0)::int as points,
            max(case when i.throttled_until > now() then i.throttled_until end) as throttled
     from instance i left join rate_limit r on r.key = 'platform:' || i.name where i.name = $1`,
    [name],
  );
  const { points = 0, throttled = null } = rows[0] ?? {};
  if (throttled) {
    const at = throttled.toLocaleTimeString('id-ID', { timeZone: 'Asia/Jakarta' });
    return failed('rate_throttled', 'slower', { at });
  }
  const share = points / Math.max(1, Math.floor(perMinute / WINDOWS_PER_MINUTE));
  const seen = { percent: Math.min(100, Math.round(share * 100)), limit: perMinute };
  return share < WINDOW_FULL ? ok('rate_used', seen) : failed('rate_used', 'share', seen);
}

/** As the budget spreads a minute's requests. */
const WINDOWS_PER_MINUTE = 13;
