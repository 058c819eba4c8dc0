import type { Feed } from './feeds.ts';
import { html } from './html.ts';

const CHAR_PX = 7;
const PAD_PX = 12;
const HEIGHT_PX = 24;

const widthOf = (text: string): number => text.length * CHAR_PX + 2 * PAD_PX;

/** A small picture for other sites: the number and where the complaint stands. White on these colours reads at 4.5 : 1. */
export function badge({ complaint, view: { texts } }: Feed): string {
  const { number, status } = complaint;
  const label = texts.status[status];
  const [left, right] = [widthOf(number), widthOf(label)];
  const width = String(left + right);
  const middle = (from: number, wide: number): string => String(from + wide / 2);
  const title = `${texts.complaint(number)}: ${label}`;
  const back = status === 'needs_info' || status === 'rejected' ? '#8a3b12' : '#0b6158';
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${String(HEIGHT_PX)}" role="img" aria-label="${title}"><title>${title}</title>
<clipPath id="r"><rect width="${width}" height="${String(HEIGHT_PX)}" rx="5"/></clipPath>
<g clip-path="url(#r)"><rect width="${String(left)}" height="${String(HEIGHT_PX)}" fill="#33424d"/><rect x="${String(left)}" width="${String(right)}" height="${String(HEIGHT_PX)}" fill="${back}"/></g>
<g fill="#fff" text-anchor="middle" font-family="system-ui,Verdana,sans-serif" font-size="12"><text x="${middle(0, left)}" y="16">${number}</text><text x="${middle(left, right)}" y="16" font-weight="700">${label}</text></g></svg>
`.text;
}
