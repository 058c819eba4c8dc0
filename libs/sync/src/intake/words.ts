import type { AttachmentRef, Location, Message } from '#complaint';

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
