import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  type Pair,
  parse,
  parseDocument,
  stringify,
  type YAMLMap,
} from 'yaml';

type Path = readonly string[];

/** The text as data; `null` where it can't be read as YAML (yet). */
export function readYaml(text: string): unknown {
  try {
    return parse(text) as unknown;
  } catch {
    return null;
  }
}

export function valueAt(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    tree,
  );
}

/**
 * Sets a value and leaves every other character as a person wrote it: comments, order, line breaks.
 *
 * `undefined` takes the key away.
 */
export function put(text: string, path: Path, value: unknown): string {
  const document = parseDocument(text);
  const changed = value === undefined ? without(text, document, path) : placed(text, document, path, value);
  if (changed !== null && isWhatWasMeant(changed, path, value)) return changed;
  if (value === undefined) document.deleteIn(path);
  else document.setIn(path, value);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** The value of one key under another one, at the same place where they are of the same map. */
export function rename(text: string, from: Path, to: Path): string {
  const document = parseDocument(text);
  const parent = document.getIn(from.slice(0, -1), true);
  const isSameMap = from.length === to.length && from.slice(0, -1).every((key, index) => key === to[index]);
  const key = isMap(parent) && pairOf(parent, from.at(-1) ?? '')?.key;
  if (isSameMap && isScalar(key) && key.range)
    return splice(text, key.range[0], key.range[1], keyText(to.at(-1) ?? ''));
  return put(put(text, from, undefined), to, document.getIn(from));
}

function placed(text: string, document: Document, path: Path, value: unknown): string | null {
  const node = document.getIn(path, true);
  if ((isScalar(node) || isCollection(node)) && node.range) {
    const [from, to] = node.range;
    return splice(text, from, isCollection(node) ? trimmed(text, to) : to, (from === to ? ' ' : '') + flow(value));
  }
  const depth = deepest(document, path);
  const map = document.getIn(path.slice(0, depth), true);
  const [key = '', ...rest] = path.slice(depth);
  return isMap(map) ? added(text, map, key, nested(rest, value)) : null;
}

/** How many keys of the path lead to a map that is there. */
function deepest(document: Document, path: Path): number {
  let depth = path.length - 1;
  while (depth > 0 && !isMap(document.getIn(path.slice(0, depth), true))) depth -= 1;
  return depth;
}

const nested = (path: Path, value: unknown): unknown =>
  path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);

function added(text: string, map: YAMLMap, key: string, value: unknown): string | null {
  const [from = 0, to = 0] = map.range ?? [];
  const first = map.items[0]?.key;
  if (map.flow) {
    const end = trimmed(text, to) - 1;
    const at = trimmed(text, end);
    return splice(text, at, end, `${map.items.length > 0 ? ',' : ''} ${keyText(key)}: ${flow(value)} `);
  }
  if (!isScalar(first) || !first.range) return null;
  const indent = first.range[0] - (text.lastIndexOf('\n', first.range[0] - 1) + 1);
  const last = trimmed(text, Math.max(from, lastEnd(map)));
  const line = text.indexOf('\n', last);
  const at = line === -1 ? text.length : line;
  return splice(text, at, at, `\n${' '.repeat(indent)}${keyText(key)}: ${flow(value)}`);
}

function lastEnd(map: YAMLMap): number {
  const { key, value } = map.items.at(-1) ?? {};
  const node = isScalar(value) || isCollection(value) ? value : key;
  return (isScalar(node) || isCollection(node) ? node.range?.[1] : 0) ?? 0;
}

/** Whole lines of a block go; a pair in braces is left to the library. */
function without(text: string, document: Document, path: Path): string | null {
  const map = document.getIn(path.slice(0, -1), true);
  if (!isMap(map) || map.flow || map.items.length < 2) return null;
  const pair = pairOf(map, path.at(-1) ?? '');
  const { key, value } = pair ?? {};
  if (!isScalar(key) || !key.range) return null;
  const end = (isScalar(value) || isCollection(value)) && value.range ? trimmed(text, value.range[1]) : key.range[1];
  const line = text.indexOf('\n', end);
  return splice(text, text.lastIndexOf('\n', key.range[0] - 1) + 1, line === -1 ? text.length : line + 1, '');
}

const pairOf = (map: YAMLMap, key: string): Pair | undefined =>
  map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);

/** Where the last character before `end` that is no space ends. */
function trimmed(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

const splice = (text: string, from: number, to: number, by: string): string =>
  text.slice(0, from) + by + text.slice(to);
const flow = (value: unknown): string => stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
const keyText = (key: string): string => stringify(key, { lineWidth: 0 }).trim();

/** A place that could not be found by its characters is left to the library, which writes the text anew. */
function isWhatWasMeant(text: string, path: Path, value: unknown): boolean {
  const now = valueAt(readYaml(text), path);
  return JSON.stringify(now) === JSON.stringify(value);
}
