import type { Pool } from 'pg';
import { type Example, examplesAfter } from './triage.queries.ts';

const AT_ONCE = 500;
/** What could be a telephone number, however it is spaced. */
const LONG_NUMBER = /\+?\d(?:[\s()./–-]{0,3}\d){7,}/g;

/** One line each, in the form of the examples that the rules are measured by. */
export async function* exampleLines(pool: Pool): AsyncGenerator<string> {
  let after: string | null = null;
  for (;;) {
    const examples = await examplesAfter(pool, after, AT_ONCE);
    for (const each of examples) yield `${JSON.stringify(lineOf(each))}\n`;
    if (examples.length < AT_ONCE) return;
    after = examples.at(-1)?.id ?? null;
  }
}

const lineOf = (example: Example): object => ({
  text: example.text.replace(LONG_NUMBER, '•••'),
  category: example.decided_category,
  ...(example.decided_kewenangan && { kewenangan: example.decided_kewenangan }),
  ...(example.decided_area && { area: example.decided_area }),
  proposed: { category: example.category, kewenangan: example.kewenangan, area: example.area },
  verdict: example.state,
  decided_at: example.decided_at,
});
