/** Text that is markup already. */
export class Markup {
  constructor(readonly text: string) {}
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** What no page needs: control characters, and marks that turn the direction of the text around them. */
// oxlint-disable-next-line no-control-regex -- removing them is the point
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

const escape = (text: string): string =>
  text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** A template whose values are escaped, unless they are markup made the same way. */
export function html(parts: TemplateStringsArray, ...values: unknown[]): Markup {
  return new Markup(parts.reduce((page, part, index) => page + written(values[index - 1]) + part));
}

function written(value: unknown): string {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(written).join('');
  return typeof value === 'string' ? escape(value) : '';
}

/** The beginning of a text that takes at most so many bytes on the page. */
export function excerpt(text: string, maxBytes: number): string {
  if (Buffer.byteLength(escape(text)) <= maxBytes) return text;
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(escape(character));
    if (bytes > maxBytes) break;
    end += character.length;
  }
  return `${text.slice(0, end)}…`;
}
