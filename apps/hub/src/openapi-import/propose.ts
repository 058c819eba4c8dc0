import { isRecord } from '#connector';
import { parse } from 'yaml';
import { alike, wordsOf } from './alike.ts';
import type { Field, Operation, PlatformDocument } from './document.ts';

/** One key of the profile that the document would have otherwise. A person decides; nothing is applied. */
export interface Proposal {
  kind: 'base_url' | 'auth' | 'method' | 'path' | 'field' | 'query' | 'answer' | 'label';
  /** Dotted, as in the profile. */
  key: string;
  current: string | null;
  proposed: string;
  /** From 0 to 1. */
  confidence: number;
  reason: string;
}

interface RequestText {
  method: string | null;
  path: string | null;
  body: unknown;
  query: unknown;
  answer: unknown;
}

interface ProfileText {
  base: unknown;
  auth: Record<string, unknown>;
  requests: [name: string, request: RequestText][];
  labels: string[];
}

const LEAST = 0.45;
/** How much fields of the same names say of an operation that is alike by its own. */
const FIELDS_COUNT = 0.2;

/**
 * What a platform's own document says otherwise than the profile, request by request, the surest first; `null` where the
 * profile's text is no YAML.
 */
export function propose(text: string, document: PlatformDocument): Proposal[] | null {
  const profile = readProfile(text);
  if (!profile) return null;
  const requests = profile.requests.flatMap(([name, request]) => {
    const match = bestOperation(name, request, document.operations);
    return match ? requestProposals(name, request, match.operation, match.score) : [];
  });
  return [...accessProposals(profile, document), ...requests, ...labelProposals(profile, document)].toSorted(
    (one, other) => other.confidence - one.confidence,
  );
}

/** A draft may be unfinished: what is not of its form yet is passed over. */
function readProfile(text: string): ProfileText | null {
  try {
    const { base_url: base, auth, requests, statuses } = recordOf(parse(text));
    return {
      base,
      auth: recordOf(auth),
      requests: Object.entries(recordOf(requests)).map(([name, request]) => [name, requestOf(request)]),
      labels: Object.keys(recordOf(recordOf(statuses)['in'])),
    };
  } catch {
    return null;
  }
}

function requestOf(request: unknown): RequestText {
  const { method, path, body, query, answer } = recordOf(request);
  return { method: textOrNull(method), path: textOrNull(path), body, query, answer };
}

function accessProposals({ base, auth }: ProfileText, { server, security }: PlatformDocument): Proposal[] {
  const proposals: Proposal[] = [];
  const put = (kind: 'base_url' | 'auth', key: string, current: unknown, proposed: string, reason: string) => {
    if (current !== proposed && proposed)
      proposals.push({ kind, key, current: textOrNull(current), proposed, confidence: 0.9, reason });
  };
  if (server && !String(base).includes('${')) put('base_url', 'base_url', base, server, 'servers di dokumen');
  if (!security) return proposals;
  put('auth', 'auth.scheme', auth['scheme'], security.scheme, 'cara masuk di dokumen');
  if (security.header) put('auth', 'auth.name', auth['name'], security.header, 'nama tajuk kunci di dokumen');
  if (security.tokenUrl) {
    const path = URL.canParse(security.tokenUrl) ? new URL(security.tokenUrl).pathname : security.tokenUrl;
    put('auth', 'auth.token_path', auth['token_path'], path, 'alamat token di dokumen');
  }
  return proposals;
}

/** Whose method, path and words are most like the request's. */
function bestOperation(name: string, request: RequestText, operations: readonly Operation[]) {
  const isWrite = request.method !== 'GET';
  const named = operations
    .filter(({ method }) => (method !== 'GET') === isWrite)
    .map((operation) => ({ operation, score: nameScore(name, request, operation) }));
  const most = Math.max(...named.map(({ score }) => score));
  const keys = keysOf(request.body);
  const ranked = named
    // Fields are many, and compared only where they can still decide.
    .filter(({ score }) => score >= most - FIELDS_COUNT)
    .map(({ operation, score }) => ({ operation, score: score + share(keys, operation.request) * FIELDS_COUNT }))
    .toSorted((one, other) => other.score - one.score);
  return ranked[0] && ranked[0].score >= LEAST ? ranked[0] : null;
}

function nameScore(name: string, request: RequestText, operation: Operation): number {
  const places = (path: string) => (path.match(/\{/g) ?? []).length;
  const path = alike(request.path ?? '', operation.path);
  const words = Math.max(alike(name, operation.words), alike(name, lastWords(operation.path)));
  const sameMethod = operation.method === request.method ? 0.1 : 0;
  const samePlaces = places(request.path ?? '') === places(operation.path) ? 0.2 : -0.2;
  return 0.35 * path + 0.25 * words + sameMethod + samePlaces;
}

const lastWords = (path: string): string =>
  wordsOf(path.replace(/\{[^}]*\}/g, ''))
    .slice(-2)
    .join(' ');

function share(keys: string[], fields: readonly Field[]): number {
  if (keys.length === 0 || fields.length === 0) return 0;
  const known = keys.filter((key) => fields.some(({ path }) => alike(key, path) > 0.8));
  return known.length / keys.length;
}

function requestProposals(name: string, request: RequestText, operation: Operation, score: number): Proposal[] {
  const key = `requests.${name}`;
  const named = `${operation.method} ${operation.path}`;
  const path = withOurPlaces(operation.path, request.path ?? '');
  const proposals: Proposal[] = [];
  const confidence = round(score);
  if (request.method !== operation.method) {
    const reason = `paling mirip dengan ${named}`;
    proposals.push({
      kind: 'method',
      key: `${key}.method`,
      current: request.method,
      proposed: operation.method,
      confidence,
      reason,
    });
  }
  if (request.path !== path) {
    const reason = `paling mirip dengan ${named}${operation.words.trim() ? `: ${operation.words.trim().slice(0, 100)}` : ''}`;
    proposals.push({
      kind: 'path',
      key: `${key}.path`,
      current: request.path,
      proposed: path,
      confidence,
      reason,
    });
  }
  return [
    ...proposals,
    ...renamed('field', `${key}.body`, keysOf(request.body), operation.request, named),
    ...renamed('query', `${key}.query`, keysOf(request.query), operation.query, named),
    ...answers(`${key}.answer`, request.answer, operation.answer, named),
  ];
}

/** The places in a path keep our names for what fills them, in their order. */
function withOurPlaces(path: string, ours: string): string {
  const names = [...ours.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
  let at = 0;
  return path.replace(/\{[^}]+\}/g, (place) => `{${names[at++] ?? place.slice(1, -1)}}`);
}

/** Keys that the document does not know, each with the name there that is most like it. */
function renamed(
  kind: 'field' | 'query',
  at: string,
  keys: string[],
  fields: readonly Field[],
  where: string,
): Proposal[] {
  const missing = keys.filter((key) => !fields.some(({ path }) => path === key));
  const free = fields.filter(({ path }) => !keys.includes(path));
  return missing.flatMap((key) => {
    const best = mostAlike(key, free);
    if (!best) return [];
    const reason = `${key} tidak ada di ${where}; yang paling mirip ${described(best.field)}`;
    return [
      { kind, key: `${at}.${key}`, current: key, proposed: best.field.path, confidence: round(best.score), reason },
    ];
  });
}

function answers(at: string, answer: unknown, fields: readonly Field[], where: string): Proposal[] {
  if (fields.length === 0 || typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([ours, expression]): Proposal[] => {
    if (typeof expression !== 'string' || fields.some(({ path }) => path === expression)) return [];
    const best = mostAlike(expression, fields) ?? mostAlike(ours, fields);
    if (!best) return [];
    const reason = `${expression} tidak ada di jawaban ${where}; yang paling mirip ${described(best.field)}`;
    return [
      {
        kind: 'answer',
        key: `${at}.${ours}`,
        current: expression,
        proposed: best.field.path,
        confidence: round(best.score),
        reason,
      },
    ];
  });
}

const described = ({ path, description }: Field): string =>
  description ? `${path} (${description.slice(0, 80)})` : path;

function mostAlike(key: string, fields: readonly Field[]): { field: Field; score: number } | null {
  const ranked = fields
    .map((field) => ({ field, score: Math.max(alike(key, field.path), 0.9 * alike(lastOf(key), lastOf(field.path))) }))
    .toSorted((one, other) => other.score - one.score);
  return ranked[0] && ranked[0].score >= LEAST ? ranked[0] : null;
}

const lastOf = (path: string): string => path.split('.').at(-1) ?? path;

/** Statuses that the document lists and the table does not have. */
function labelProposals({ labels }: ProfileText, { operations }: PlatformDocument): Proposal[] {
  const known = new Set(labels.map((label) => label.trim().toLowerCase()));
  const listed = operations
    .flatMap(({ answer, request }) => [...answer, ...request])
    .filter(({ path }) => alike(lastOf(path), 'status') > 0.8)
    .flatMap((field) => field.labels);
  return [...new Set(listed)]
    .filter((label) => !known.has(label.trim().toLowerCase()))
    .map((label) => ({
      kind: 'label',
      key: `statuses.in.${label}`,
      current: null,
      proposed: label,
      confidence: 0.95,
      reason: 'status ini ada di dokumen dan belum dipetakan: tentukan artinya',
    }));
}

/** Dotted leaves of a tree of expressions. By an alias a tree may stand within itself. */
function keysOf(tree: unknown, at = '', above: unknown[] = []): string[] {
  if (!isRecord(tree)) return at ? [at] : [];
  if (above.includes(tree)) return [];
  return Object.entries(tree).flatMap(([key, value]) => keysOf(value, at ? `${at}.${key}` : key, [...above, tree]));
}

const round = (score: number): number => Math.round(Math.min(1, score) * 100) / 100;
const recordOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
