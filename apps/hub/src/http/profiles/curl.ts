interface Request {
  method: string;
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string | null;
  parts: [name: string, value: string][] | null;
}

const quoted = (text: string): string => `'${text.replaceAll(`'`, String.raw`'\''`)}'`;

/** Set by curl itself. */
const OWN = new Set(['content-length', 'user-agent']);

/** The same request for a terminal, safe to paste: whatever stands in it stays one word of the shell. */
export function curlOf({ method, url, headers, body, parts }: Request): string {
  const shown = Object.entries(headers).filter(([name]) => !OWN.has(name) && !(parts && name === 'content-type'));
  const lines = [
    `curl -X ${method} ${quoted(url)}`,
    ...shown.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(parts ?? []).map(([name, value]) => `-F ${quoted(`${name}=${value}`)}`),
    ...(body === null || body === '' ? [] : [`--data-raw ${quoted(body)}`]),
  ];
  return lines.join(' \\\n  ');
}
