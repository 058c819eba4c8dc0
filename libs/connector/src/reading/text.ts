export const MAX_TEXT_CHARS = 10_000;

/**
 * Citizens' and offices' text as the hub keeps it: storable, comparable, and visibly marked where it was cut or broken.
 * The raw bytes stay in the inbox.
 */
export function cleanText(text: string, max = MAX_TEXT_CHARS): string {
  const clean = text.replaceAll('\0', '').toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').trim();
  return clean.length <= max ? clean : `${clean.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** At most `max` characters, cut at a word and marked with `…`: for platforms that refuse longer texts. */
export function fit(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return '';
  const head = text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '');
  const atWord = /\s/.test(text.charAt(head.length)) ? head : head.replace(/\s+\S*$/, '');
  const kept = atWord.trimEnd();
  // One endless word: cut through it rather than lose nearly everything.
  return `${kept.length >= max / 2 ? kept : head}…`;
}

/** A label as it is compared: platforms send stray spaces and change capitals. */
export function labelKey(label: string): string {
  return label.replaceAll('\0', '').normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
