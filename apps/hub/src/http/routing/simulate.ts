import { type Complaint, type Decision, route, type Routing } from '#complaint';
import { complaintsSince, type Db } from '#store';
import type { Movement, Simulation } from './routing.dto.ts';

const LOOK_BACK_MS = 30 * 86_400_000;
const PAGE = 2_000;
const MOST_EXAMPLES = 100;
const EXCERPT_CHARS = 120;

/** Where the complaints of the last thirty days would go by a draft, as if each came in today with what is known of it. */
export async function simulate(db: Db, live: Routing, draft: Routing, now = new Date()): Promise<Simulation> {
  const since = new Date(now.getTime() - LOOK_BACK_MS);
  const movements = new Map<string, Movement>();
  const rules = new Map(draft.rules.map(({ name }) => [name, 0]));
  const examples: Simulation['examples'] = [];
  let complaints = 0;
  let moved = 0;
  for (let after: string | null = null; ; ) {
    const page: Complaint[] = await complaintsSince(db, since, after, PAGE);
    for (const complaint of page.map(asNew)) {
      const before = route(complaint, live);
      const next = route(complaint, draft);
      complaints += 1;
      rules.set(next.rule, (rules.get(next.rule) ?? 0) + 1);
      if (before.to === next.to) continue;
      moved += 1;
      count(movements, before, next);
      if (examples.length < MOST_EXAMPLES) examples.push(exampleOf(complaint, before, next));
    }
    after = page.at(-1)?.id ?? null;
    if (page.length < PAGE) break;
  }
  return {
    complaints,
    moved,
    movements: [...movements.values()].toSorted((one, other) => other.count - one.count),
    rules: [...rules].map(([rule, uses]) => ({ rule, count: uses })),
    examples,
  };
}

/** What has become of it since must not hide where it would begin. */
const asNew = (complaint: Complaint): Complaint => ({ ...complaint, status: 'received', returnedBy: [] });

function count(movements: Map<string, Movement>, { to: from }: Decision, { to, rule }: Decision): void {
  const key = JSON.stringify([from, to, rule]);
  const known = movements.get(key);
  if (known) known.count += 1;
  else movements.set(key, { from, to, rule, count: 1 });
}

const exampleOf = ({ number, title, text, marks }: Complaint, before: Decision, after: Decision) => ({
  number,
  title: marks.rahasia ? null : title,
  excerpt: marks.rahasia ? '' : text.slice(0, EXCERPT_CHARS),
  before,
  after,
});
