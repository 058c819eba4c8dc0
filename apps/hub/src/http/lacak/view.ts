import { excerpt, html, type Markup } from './html.ts';
import type { Texts } from './texts.ts';

/** How a complaint is shown: in which language, and with what platforms' names. */
export interface View {
  texts: Texts;
  /** A platform's name as people call it. */
  titleOf: (instance: string) => string;
}

const NAME_BYTES = 120;
export const short = (text: string): string => excerpt(text, NAME_BYTES);

/** A day as calendars in Purbalingga show it. */
export function dayFormat({ locale }: Texts): (at: Date) => string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Jakarta', dateStyle: 'long' });
  return (at) => format.format(at);
}

/** Times as clocks in Purbalingga show them. */
export function moment({ locale, wib }: Texts): (at: Date) => Markup {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Jakarta', dateStyle: 'long', timeStyle: 'short' });
  return (at) => html`<time datetime="${at.toISOString()}">${format.format(at)} ${wib}</time>`;
}
