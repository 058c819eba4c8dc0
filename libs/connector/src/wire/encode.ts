import type { OutgoingFile } from '../contract.ts';
import { ConnectorError } from '../errors.ts';
import type { FilesProfile, RequestProfile, Tree } from '../profile/request.ts';
import { evaluate } from './expression.ts';
import { fill } from './fill.ts';

export interface Encoded {
  headers: Record<string, string>;
  bytes: Buffer | undefined;
  /** The body as it is, for the audit, which redacts it. */
  told: unknown;
  /** Files that the platform does not take: sentences for the audit. */
  refused: string[];
}

export async function encode(
  request: RequestProfile,
  context: object,
  files: readonly OutgoingFile[],
): Promise<Encoded> {
  const headers = await headersOf(request.headers, context);
  const { taken, refused } = sorted(request.files, files);
  const body = request.body === undefined ? undefined : ((await fill(request.body, context)) ?? {});
  if (body === undefined && taken.length === 0) return { headers, bytes: undefined, told: undefined, refused };

  if (request.encoding === 'json') {
    const bytes = Buffer.from(JSON.stringify(body ?? {}));
    return { headers: { 'content-type': 'application/json', ...headers }, bytes, told: body, refused };
  }
  const pairs = pairsOf(body);
  if (request.encoding === 'form') {
    const bytes = Buffer.from(new URLSearchParams(pairs).toString());
    return { headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }, bytes, told: body, refused };
  }
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  for (const file of taken) {
    const blob = new Blob([new Uint8Array(await file.bytes())], { type: file.mime });
    form.append(request.files?.field ?? 'file', blob, file.name);
  }
  const multipart = new Response(form);
  const type = multipart.headers.get('content-type') ?? 'multipart/form-data';
  const bytes = Buffer.from(await multipart.arrayBuffer());
  return {
    headers: { ...headers, 'content-type': type },
    bytes,
    told: { ...Object(body), berkas: taken.length },
    refused,
  };
}

async function headersOf(tree: Record<string, Tree>, context: object): Promise<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const [name, value] of pairsOf(await fill(tree, context))) {
    headers[name.toLowerCase()] = value.replace(/[^\x20-\x7e]/g, '');
  }
  return headers;
}

/** Flat pairs as forms and queries want them: a list repeats its name, `null` is left out. */
export function pairsOf(values: unknown): [string, string][] {
  return Object.entries(Object(values) as Record<string, unknown>).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((each) => each !== null && each !== undefined)
      .map((each): [string, string] => [name, typeof each === 'object' ? JSON.stringify(each) : String(each)]),
  );
}

/** The path with its `{names}` filled from the context; a value can't leave its place in the path. */
export async function pathOf(template: string, context: object): Promise<string> {
  let path = template;
  for (const [place, name = ''] of template.matchAll(/\{([^}]+)\}/g)) {
    const value = await evaluate(name, context);
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    if (text === '' || text === '.' || text === '..' || !text.isWellFormed()) {
      throw new ConnectorError('rejected', `Nilai {${name}} untuk alamat permintaan tidak ada atau tidak sah`);
    }
    path = path.replace(place, () => encodeURIComponent(text));
  }
  return path;
}

function sorted(profile: FilesProfile | undefined, files: readonly OutgoingFile[]) {
  const taken: OutgoingFile[] = [];
  const refused: string[] = [];
  for (const file of files) {
    if (!profile) refused.push(`${file.name}: platform ini tidak menerima lampiran di sini`);
    else if (!profile.types.includes(file.mime)) refused.push(`${file.name}: jenis ${file.mime} tidak diterima`);
    else if (file.size > profile.max_bytes)
      refused.push(`${file.name}: ${file.size} byte, batasnya ${profile.max_bytes}`);
    else if (taken.length >= profile.max) refused.push(`${file.name}: paling banyak ${profile.max} berkas`);
    else taken.push(file);
  }
  return { taken, refused };
}
