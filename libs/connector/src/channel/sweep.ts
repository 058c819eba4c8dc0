import type { Page, Unit } from '../contract.ts';
import { durationMs } from '../profile/duration.ts';
import type { ChannelProfile } from './profile.ts';

export interface Post {
  id: string;
  /** RFC 3339. */
  at: string;
}

/** When the older posts were looked at for the last time. */
interface Turn {
  hourly: number;
  daily: number;
  /** What was said before this is not taken, however often it is seen. */
  since: number;
}

const HOUR_MS = 3_600_000;
/** How far back the first turn takes what was said: who wrote earlier has been answered by people, or not at all. */
const FIRST_BACK_MS = 24 * HOUR_MS;

/** How old posts may be that this turn looks at, and what the next turn has to know. */
function turnOf({ sweep }: ChannelProfile, cursor: string | null, now: Date): { sinceMs: number; next: Turn } {
  const at = now.getTime();
  const before = turnIn(cursor, at - FIRST_BACK_MS);
  if (!sweep) return { sinceMs: at, next: before };
  const isDaily = at - before.daily >= 24 * HOUR_MS;
  const isHourly = isDaily || at - before.hourly >= HOUR_MS;
  const back = durationMs(isDaily ? sweep.daily : isHourly ? sweep.hourly : sweep.each);
  const { since } = before;
  const next = { hourly: isHourly ? at : before.hourly, daily: isDaily ? at : before.daily, since };
  return { sinceMs: at - back, next };
}

/** Whoever polled when no beginning was kept has taken everything already. */
function turnIn(cursor: string | null, first: number): Turn {
  const [told, hourly, daily, since] = /^h(\d+)d(\d+)(?:s(\d+))?$/.exec(cursor ?? '') ?? [];
  return {
    hourly: Number(hourly ?? 0),
    daily: Number(daily ?? 0),
    since: told === undefined ? first : Number(since ?? 0),
  };
}

/** Looks through the comments of the posts whose turn it is; what a webhook told has the same keys. */
export async function swept(
  profile: ChannelProfile,
  cursor: string | null,
  now: Date,
  posts: () => Promise<Post[]>,
  unitsUnder: (post: Post, since: number) => Promise<Unit[]>,
): Promise<Page> {
  const { sinceMs, next } = turnOf(profile, cursor, now);
  const units: Unit[] = [];
  for (const post of await posts()) {
    if (Date.parse(post.at) >= sinceMs) units.push(...(await unitsUnder(post, next.since)));
  }
  return {
    payloads: units.map(({ payload }) => payload),
    keys: units.map(({ key }) => key),
    cursor: `h${next.hourly}d${next.daily}s${next.since}`,
    more: false,
  };
}
