import { type Actor, type Hub, retryAll } from '#sync';

const AT_ONCE = 500;

/** Tries again what was parked of an instance when this began: what is parked anew meanwhile waits for its person. */
export async function replay(hub: Hub, instance: string, actor: Actor): Promise<number> {
  const { rows } = await hub.pool.query<{ n: number }>(
    `select (select count(*) from outbox where state = 'parked' and instance = $1)::int
          + (select count(*) from inbox where state = 'parked' and instance = $1)::int as n`,
    [instance],
  );
  let left = rows[0]?.n ?? 0;
  let count = 0;
  while (left > 0) {
    const retried = await retryAll(hub, { instance, limit: Math.min(AT_ONCE, left) }, actor);
    if (retried === 0) break;
    count += retried;
    left -= retried;
  }
  return count;
}
