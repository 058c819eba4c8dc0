import type { Person } from '#complaint';

const SHOWN_START = 5;
const SHOWN_END = 4;

/** Who it is, as far as an officer has to know: a public name, else a telephone number without its middle. */
export function masked({ username, phone }: Person): string {
  if (username) return `@${username}`;
  if (!phone || phone.length <= SHOWN_START + SHOWN_END) return 'tanpa nama';
  return `${phone.slice(0, SHOWN_START)}•••${phone.slice(-SHOWN_END)}`;
}
