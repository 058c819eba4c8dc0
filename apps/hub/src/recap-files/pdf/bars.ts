import type { RecapDto } from '../../http/recap/recap.dto.ts';
import { count, share, shortMonth } from '../words.ts';
import { COLOUR, EDGE, INNER, type Paper } from './paper.ts';

const LABEL = 16;
const WIDEST_BAR = 34;

export function legend(paper: Paper, entries: readonly (readonly [colour: string, name: string])[]): void {
  let x = EDGE;
  for (const [colour, name] of entries) {
    paper.box(x, paper.y, 10, 8, colour);
    paper.write(name, x + 15, paper.y, 150, { size: 9, colour: COLOUR.faint });
    x += 22 + paper.doc.widthOfString(name) + 12;
  }
  paper.y += 20;
}

/** Two bars for each month: what came in, and what was done of it. */
export function monthBars(paper: Paper, trend: RecapDto['trend'], height: number): void {
  legend(paper, [
    [COLOUR.light, 'Diterima'],
    [COLOUR.accent, 'Selesai'],
  ]);
  const most = Math.max(1, ...trend.map(({ received, done }) => Math.max(received, done)));
  const place = INNER / Math.max(1, trend.length);
  const bar = Math.min(WIDEST_BAR, place * 0.36);
  const base = paper.y + height - LABEL;
  const scale = (height - 2 * LABEL) / most;
  const figures = place > 40 ? 8 : 6;
  trend.forEach(({ month, received, done }, index) => {
    const middle = EDGE + place * (index + 0.5);
    const one = (value: number, x: number, colour: string) => {
      paper.box(x, base - value * scale, bar, value * scale, colour);
      paper.write(count(value), x - 8, base - value * scale - 11, bar + 16, { size: figures, align: 'center' });
    };
    one(received, middle - bar - 1, COLOUR.light);
    one(done, middle + 1, COLOUR.accent);
    paper.write(shortMonth(month), middle - place / 2, base + 5, place, {
      size: 8,
      align: 'center',
      colour: COLOUR.faint,
    });
  });
  paper.line(base);
  paper.y += height + 6;
}

/** A share of the whole for each part, largest first as they come. */
export function shareBars(paper: Paper, parts: { label: string; count: number }[], x: number, width: number): void {
  const all = parts.reduce((sum, part) => sum + part.count, 0);
  const most = Math.max(1, ...parts.map((part) => part.count));
  const name = width * 0.34;
  const figure = 92;
  for (const part of parts) {
    paper.write(part.label, x, paper.y, name - 8, { size: 10 });
    paper.box(x + name, paper.y - 1.5, (part.count / most) * (width - name - figure), 11, COLOUR.accent);
    paper.write(`${count(part.count)} (${share(part.count / all)})`, x + width - figure + 8, paper.y, figure - 8, {
      align: 'right',
    });
    paper.y += 21;
  }
}
