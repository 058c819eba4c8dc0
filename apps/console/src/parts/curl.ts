interface PreviewedRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: unknown;
}

const quoted = (text: string): string => `'${text.replaceAll(`'`, `'\\''`)}'`;

/** The request as a person would send it from a terminal; what is masked stays masked. */
export function asCurl({ method, path, headers, body }: PreviewedRequest): string {
  const parts = [
    `curl -X ${method} ${quoted(path)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === null || body === undefined
      ? []
      : [`--data ${quoted(typeof body === 'string' ? body : JSON.stringify(body, null, 2))}`]),
  ];
  return parts.join(' \\\n  ');
}
