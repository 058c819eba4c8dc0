import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Received, Unit } from '../contract.ts';
import { ConnectorError } from '../errors.ts';
import { isRecord } from '../profile/decorators.ts';
import { decodeJson } from '../reading/json.ts';
import { evaluate } from '../wire/expression.ts';
import type { ChannelProfile } from './profile.ts';

type List = ChannelProfile['units']['lists'][number];
/** A thing that is told, with what stands above it on its path, by the path's own words. */
type Told = Record<string, unknown>;

const UNKNOWN = 'unknown';
const BREATH = 50;

/** Everything that a webhook tells, one unit each, whatever else stands beside it. */
export async function unitsOf(profile: ChannelProfile, received: Received): Promise<Unit[]> {
  const { units, title, connector } = profile;
  const body = decodeJson(received.body);
  if (!isRecord(body)) throw new ConnectorError('malformed', `Webhook dari ${title} bukan objek`);
  const word = units.object === undefined ? undefined : at(body, units.object);
  const to = typeof word === 'string' && Object.hasOwn(units.objects, word) ? units.objects[word] : undefined;
  if (to !== undefined && to !== connector) return [{ key: `to:${hashOf(body)}`, payload: body, connector: to }];

  const taken = new Set<object>();
  const told: Unit[] = [];
  for (const list of units.lists) {
    for (const found of walk(body, list, taken)) {
      const payload = opened(found, units.json);
      const type = await evaluate(list.type, { ...payload, us: profile.account });
      told.push(unitOf(profile, typeof type === 'string' ? type : '', payload));
      // A batch must not keep the process from answering the next one.
      if (told.length % BREATH === 0) await setImmediate();
    }
  }
  if (told.length === 0) throw new ConnectorError('malformed', `Webhook dari ${title} tidak berisi kabar`);
  return told;
}

/** A unit with its key, also for what a poll brought in the shape of one. `type` is the platform's word for it. */
export function unitOf(profile: ChannelProfile, type: string, payload: Told): Unit {
  const template = profile.units.keys[shapeOf(profile, type)];
  const key = template === undefined ? `?:${hashOf(payload)}` : filled(template, payload);
  return { key, payload: { type, ...payload } };
}

/** Which shape reads a unit; `unknown` where the profile has none for its word. */
export function shapeOf({ units: { types } }: ChannelProfile, type: unknown): string {
  return typeof type === 'string' && Object.hasOwn(types, type) ? (types[type] ?? UNKNOWN) : UNKNOWN;
}

function* walk(body: Told, list: List, taken: Set<object>): Generator<Told> {
  const { path, where, has, with: beside } = list;
  const isMeant = (payload: Told) =>
    Object.entries(where).every(([name, word]) => at(payload, name) === word) &&
    has.every((name) => at(payload, name) !== undefined);
  if (path === '') {
    if (isMeant({ body }) && !taken.has(body)) yield { body };
    taken.add(body);
  } else
    for (const { payload, chain } of below(body, path.split('.'), {}, [])) {
      const leaf = chain.at(-1);
      if (leaf === undefined || taken.has(leaf)) continue;
      if (!isMeant(payload)) continue;
      for (const each of chain) taken.add(each);
      yield beside ? { ...payload, ...companion(chain, beside, leaf) } : payload;
    }
}

interface Found {
  payload: Told;
  /** The objects on the way, the thing itself last. */
  chain: Told[];
}

function* below(from: Told, [name = '', ...rest]: string[], payload: Told, chain: Told[]): Generator<Found> {
  const value = from[name];
  for (const each of Array.isArray(value) ? value : [value]) {
    if (!isRecord(each)) continue;
    if (rest.length === 0) yield { payload: { ...payload, [name]: each }, chain: [...chain, each] };
    else yield* below(each, rest, { ...payload, [name]: bare(each, rest[0]) }, [...chain, each]);
  }
}

/** What stands above a thing, without the lists it stands in. */
const bare = (value: Told, next: string | undefined): Told =>
  Object.fromEntries(Object.entries(value).filter(([key, each]) => key !== next && !Array.isArray(each)));

function companion(chain: Told[], { list, by }: NonNullable<List['with']>, leaf: Told): Told {
  const listed = chain.at(-2)?.[list];
  const found = (Array.isArray(listed) ? listed : []).find(
    (each: unknown) =>
      isRecord(each) &&
      Object.entries(by).some(([there, here]) => each[there] !== undefined && each[there] === leaf[here]),
  );
  return found === undefined ? {} : { [list]: found as unknown };
}

/** Puts in place of JSON in a text what it says. */
function opened(payload: Told, names: readonly string[]): Told {
  if (names.length === 0) return payload;
  const copy = structuredClone(payload);
  for (const name of names) {
    const path = name.split('.');
    const owner = at(copy, path.slice(0, -1).join('.'));
    const text = at(copy, name);
    if (!isRecord(owner) || typeof text !== 'string') continue;
    try {
      owner[path.at(-1) ?? ''] = decodeJson(Buffer.from(text));
    } catch {
      // Left as it is: the reader then says what is missing.
    }
  }
  return copy;
}

function at(value: unknown, path: string): unknown {
  let found = value;
  for (const name of path === '' ? [] : path.split('.')) {
    if (!isRecord(found) || !Object.hasOwn(found, name)) return undefined;
    found = found[name];
  }
  return found;
}

/** `{path}` or, where one of several is there, `{path|path}`; `{#path}` is short for what may be long. */
function filled(template: string, payload: Told): string {
  return template.replace(/\{(#?)([^}]+)\}/g, (_whole, isHashed: string, paths: string) => {
    const value = paths
      .split('|')
      .map((path) => at(payload, path.trim()))
      .find((each) => typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean');
    return isHashed ? hashOf(value ?? '').slice(0, 16) : String(value ?? '-');
  });
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
