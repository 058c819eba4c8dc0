import type { Author, ComplaintEvent, Reporter } from '#complaint';

/**
 * The event without who complains: neither the reporter, who is kept sealed, nor the name under a citizen's words.
 * `known` are the names of the reporter's fields that it told.
 */
export function withoutPerson(event: ComplaintEvent): { event: Omit<ComplaintEvent, 'reporter'>; known: string[] } {
  const { reporter = {}, ...rest } = event as ComplaintEvent & { reporter?: Reporter; author?: Author };
  const known = Object.entries(reporter).filter(([, value]) => value !== undefined && value !== null);
  if (rest.author?.role === 'citizen') rest.author = { role: 'citizen' };
  return { event: rest, known: known.map(([field]) => field) };
}
