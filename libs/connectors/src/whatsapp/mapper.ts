import type { ChannelProfile, OutgoingSaid, Person } from '#connector';

export interface Address {
  /** With `+`, always. Where both are there the platform takes this one. */
  phone?: string;
  bsuid?: string;
}

/** The number, else the id by which a person with a username is known. */
export function addressOf(person: Person | null): Address | null {
  const ids = person?.ids ?? [];
  const number = person?.phone ?? ids.find((id) => /^\d{6,15}$/.test(id));
  if (number !== undefined) return { phone: `+${number.replace(/^\+/, '')}` };
  const bsuid = ids[0];
  return bsuid === undefined ? null : { bsuid };
}

type Template = ChannelProfile['templates'][string];

/** What templates speak of; none of it may be empty or hold a line break. */
export function placesOf({ notice, link }: OutgoingSaid, most: number): Record<string, string> {
  const place = (text: string | null): string => {
    const line = (text ?? '').replace(/\s+/g, ' ').trim();
    return line === '' ? '-' : line.slice(0, most);
  };
  const { number, status, detail } = notice;
  return { number: place(number), status: place(status), detail: place(detail), link: place(link) };
}

export const templateFor = ({ templates }: ChannelProfile, { notice }: OutgoingSaid): Template | undefined =>
  Object.hasOwn(templates, notice.kind) ? templates[notice.kind] : undefined;
