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
}

const HOUR_MS = 3_600_000;

/** How old posts may be that this turn looks at, and what the next turn has to know. */
function turnOf({ sweep }: ChannelProfile, cursor: string | null, now: Date): { sinceMs: number; next: Turn } {
  const before = turnIn(cursor);
  const at = now.getTime();
  if (!sweep) return { sinceMs: at, next: before };
  const isDaily = at - before.daily >= 24 * HOUR_MS;
  const isHourly = isDaily || at - before.hourly >= HOUR_MS;
  const back = durationMs(isDaily ? sweep.daily : isHourly ? sweep.hourly : sweep.each);
  return { sinceMs: at - back, next: { hourly: isHourly ? at : before.hourly, daily: isDaily ? at : before.daily } };
}

function turnIn(cursor: string | null): Turn {
  const [, hourly, daily] = /^h(\d+)d(\d+)$/.exec(cursor ?? '') ?? [];
  return { hourly: Number(hourly ?? 0), daily: Number(daily ?? 0) };
}

/** Looks through the comments of the posts whose turn it is; what a webhook told has the same keys. */
export async function swept(
  profile: ChannelProfile,
  cursor: string | null,
  now: Date,
  posts: () => Promise<Post[]>,
  unitsUnder: (post: Post) => Promise<Unit[]>,
): Promise<Page> {
  const { sinceMs, next } = turnOf(profile, cursor, now);
  const units: Unit[] = [];
  for (const post of await posts()) {
    if (Date.parse(post.at) >= sinceMs) units.push(...(await unitsUnder(post)));
  }
  return {
    payloads: units.map(({ payload }) => payload),
    keys: units.map(({ key }) => key),
    cursor: `h${next.hourly}d${next.daily}`,
    more: false,
  };
}
