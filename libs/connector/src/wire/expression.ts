import jsonata from 'jsonata';
import { ConnectorError } from '../errors.ts';
import { fit } from '../reading/text.ts';
import { localTime } from '../reading/time.ts';

/** Far above what a mapping needs; below what would hold the process up. */
const LIMITS = { timeout: 1000, stack: 200, sequence: 100_000 };
/** JSONata's code for an evaluation that took longer than its limit. */
const TOO_LONG = 'D1012';
const KEPT = 5000;
const PLAIN_PATH = /^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$/;
const LITERAL = /^"([^"\\]*)"$/;
const WORDS = /^(true|false|null|and|or|in)$/;

/** An expression of the profile met something that it can't work with. */
export class ExpressionError extends ConnectorError {
  constructor(source: string, code: unknown) {
    // JSONata's own words quote the value, which may be a citizen's.
    super('malformed', `Ekspresi profil tidak cocok dengan isinya: ${source.slice(0, 100)}`, { cause: String(code) });
  }
}

type Evaluate = (input: unknown) => Promise<unknown>;
const compiled = new Map<string, Evaluate>();

/** What is wrong with an expression, or `null`. */
export function expressionFault(source: string): string | null {
  try {
    compile(source);
    return null;
  } catch (error) {
    const { message, position } = error as { message?: string; position?: number };
    return `ekspresi JSONata salah pada huruf ke-${position ?? 0}: ${message ?? String(error)}`;
  }
}

/**
 * The value of a JSONata expression.
 *
 * A plain dotted path, or several of which the first counts that is there (`a.b ?? c.d`), is read directly, own properties
 * only: most of a profile is that, and it costs nothing.
 */
export async function evaluate(source: string, input: unknown): Promise<unknown> {
  return (compiled.get(source) ?? compile(source))(input);
}

function compile(source: string): Evaluate {
  const paths = source.split(' ?? ').map((each) => each.trim());
  const arePlain = paths.every((each) => PLAIN_PATH.test(each) && !WORDS.test(each));
  const [, literal] = LITERAL.exec(source) ?? [];
  if (literal !== undefined) return keep(source, () => Promise.resolve(literal));
  const run = arePlain ? firstOf(paths.map((each) => direct(each, each.split('.')))) : viaJsonata(source);
  return keep(source, run);
}

function keep(source: string, run: Evaluate): Evaluate {
  if (compiled.size >= KEPT) compiled.clear();
  compiled.set(source, run);
  return run;
}

/** `a.b ?? c.d`: the first that is there. */
function firstOf(paths: readonly Evaluate[]): Evaluate {
  const [only] = paths;
  if (only && paths.length === 1) return only;
  return async (input) => {
    for (const path of paths) {
      const value = await path(input);
      if (value !== undefined && value !== null) return value;
    }
    return undefined;
  };
}

function direct(source: string, path: readonly string[]): Evaluate {
  let mapped: Evaluate | undefined;
  return async (input) => {
    let value = input;
    for (const name of path) {
      // JSONata maps a path over a list.
      if (Array.isArray(value)) return (mapped ??= viaJsonata(source))(input);
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
      value = (value as Record<string, unknown>)[name];
    }
    return value;
  };
}

function viaJsonata(source: string): Evaluate {
  const expression = jsonata(source, LIMITS);
  expression.registerFunction('fit', (text: unknown, max: number) =>
    typeof text === 'string' ? fit(text, max) : text,
  );
  expression.registerFunction('local', (at: unknown, offset: unknown) =>
    typeof at === 'string' ? localTime(at, typeof offset === 'string' ? offset : '+07:00') : undefined,
  );
  return async (input) => {
    try {
      // The limit is measured by the clock: a process that stood still meanwhile did not compute, and gets a second go.
      const value: unknown = await expression.evaluate(input).catch((error: unknown) => {
        if (codeOf(error) !== TOO_LONG) throw error;
        return expression.evaluate(input);
      });
      return plain(value, 0);
    } catch (error) {
      throw new ExpressionError(source, codeOf(error));
    }
  };
}

const codeOf = (error: unknown): string | undefined => (error as { code?: string }).code;

/** JSONata marks its lists and may hand out functions; what leaves here is JSON. */
function plain(value: unknown, depth: number): unknown {
  if (typeof value === 'function' || depth > 100) return undefined;
  if (Array.isArray(value)) return Array.from(value, (each) => plain(each, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  if ('_jsonata_function' in value || '_jsonata_lambda' in value) return undefined;
  const copy: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) if (key !== '__proto__') copy[key] = plain(each, depth + 1);
  return copy;
}
