import { secretsOf } from '#connector';
import { type DryRequest, previewDraft, shownHeaders } from '#sync';
import type { Draft } from '../../configuration/live.ts';
import { NO_SECRET } from '../../configuration/variables.ts';
import type { Runtime } from '../../runtime.ts';
import { configured } from '../instances/instance.queries.ts';
import { notFound } from '../problems/problem.ts';
import { curlOf } from './curl.ts';
import { orFaults } from './faults.ts';
import type { PreviewDraftShown, PreviewRequest, ShownRequest } from './trial.dto.ts';

/** The request that a profile, live or not, would make of a complaint. Nothing is sent. */
export async function trySaying(runtime: Runtime, name: string, request: PreviewRequest): Promise<PreviewDraftShown> {
  const { hub, live } = runtime;
  configured(hub, name);
  const { rows } = await hub.pool.query<{ id: string }>('select id from complaint where number = $1', [
    request.complaint,
  ]);
  const id = rows[0]?.id;
  if (id === undefined) throw notFound('Aduan dengan nomor itu');
  const draft = await orFaults(() => live.trial(name, request.text));
  if (Array.isArray(draft)) return { faults: draft, request: null, note: null };
  const instance = live.connect(name, draft);
  const { request: made, note, deliveryId } = await previewDraft(hub, instance, id, request.kind);
  return { faults: [], request: made && (await shown(made, draft, deliveryId)), note };
}

const MASK = '***';
const SHORTEST_SECRET_CHARS = 4;

async function shown(request: DryRequest, draft: Draft, deliveryId: string): Promise<ShownRequest> {
  const secrets = secretValues(draft);
  const mask = (text: string): string =>
    secrets.reduce(
      (masked, secret) => masked.replaceAll(secret, MASK).replaceAll(encodeURIComponent(secret), MASK),
      text,
    );
  const { method } = request;
  const url = mask(request.url);
  const headers = shownHeaders(request.headers, [deliveryId]);
  const parts = await partsOf(request);
  const body = parts ? null : request.bytes && mask(request.bytes.toString('utf8'));
  return {
    method,
    url,
    headers,
    body: parts ? mask(parts.map(([name, value]) => `${name}: ${value}`).join('\n')) : body,
    curl: curlOf({ method, url, headers, body, parts: parts?.map(([name, value]) => [name, mask(value)]) ?? null }),
  };
}

/** What stands for the secrets, and those that the text itself writes out. Longest first: no part of one is left of another. */
const secretValues = ({ settings }: Draft): string[] =>
  [...secretsOf(settings), NO_SECRET]
    .filter((value) => value.length >= SHORTEST_SECRET_CHARS)
    .toSorted((one, other) => other.length - one.length);

/** The parts of a form with files: a file is told by its name. */
async function partsOf({ headers, bytes }: DryRequest): Promise<[string, string][] | null> {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  if (!bytes || !type.startsWith('multipart/')) return null;
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  return [...form].map(([name, value]) => [
    name,
    typeof value === 'string' ? value : `@${value.name};type=${value.type}`,
  ]);
}
