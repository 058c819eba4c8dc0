import type { AttachmentRef, Location, Message, Person } from '#complaint';

/** What is kept of something that was said, sealed. */
export interface Words {
  /** The platform's id of it: what an answer names. */
  id: string;
  text: string;
  attachments: AttachmentRef[];
  location?: Location | undefined;
  mentionsUs?: boolean | undefined;
  /** When its author last changed it. */
  editedAt?: string | undefined;
}

export const wordsOf = ({ id, text, attachments, location, mentionsUs }: Message): Words => ({
  id,
  text,
  attachments,
  location,
  mentionsUs,
});

/** What was said for those who read text alone. */
export function inWords({ text, attachments, location }: Words): string {
  const parts = [text.trim()];
  if (location?.lat !== undefined && location.lon !== undefined) {
    const name = [location.address].filter(Boolean).join(', ');
    parts.push(`Lokasi dari pelapor: ${location.lat}, ${location.lon}${name && ` (${name})`}`);
  }
  if (text.trim() === '' && attachments.length > 0) parts.push('Pelapor mengirim lampiran.');
  return parts.filter(Boolean).join('\n');
}

const ADDRESSED = /^(?:\s*@[\p{L}\p{N}._]+[,:]?)+\s*/u;
/** Shorter ones are parts of other words. */
const SHORTEST_NAME = 3;

/**
 * An office's words without whom they are said to: an answer written in a channel's own app begins with the person's
 * name there, and goes on to platforms and to a page where nobody may read it.
 */
export function withoutName(text: string, person: Person | null): string {
  const names = [person?.username, person?.name].filter((name) => name !== undefined && name.length >= SHORTEST_NAME);
  const unaddressed = text.replace(ADDRESSED, '');
  return names.reduce<string>((rest, name) => rest.replace(naming(name as string), 'Pelapor'), unaddressed).trim();
}

const naming = (name: string): RegExp =>
  new RegExp(`@?(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?![\\p{L}\\p{N}])`, 'giu');
