import type { Tree } from '../profile/request.ts';
import { evaluate } from './expression.ts';

/**
 * A map of expressions with their values put in.
 *
 * What is unknown leaves no trace: `undefined` leaves are dropped, and a nested map of which nothing is left. `null` stays.
 */
export async function fill(tree: Tree, input: unknown): Promise<unknown> {
  if (typeof tree === 'string') return evaluate(tree, input);
  if (typeof tree !== 'object' || tree === null) return tree;
  if (Array.isArray(tree)) {
    const items = await Promise.all(tree.map((each) => fill(each, input)));
    return items.filter((item) => item !== undefined);
  }
  const entries = await Promise.all(
    Object.entries(tree).map(async ([key, each]) => [key, await fill(each, input)] as const),
  );
  const known = entries.filter(([, value]) => value !== undefined);
  return known.length > 0 ? Object.fromEntries(known) : undefined;
}
