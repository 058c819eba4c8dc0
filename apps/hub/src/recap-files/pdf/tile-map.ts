import { TILES } from '#config/tiles';
import type { RecapRow } from '../../http/recap/recap.dto.ts';
import { count, share } from '../words.ts';
import { COLOUR, EDGE, type Paper } from './paper.ts';

const WIDTH = 104;
const HEIGHT = 68;
const GAP = 5;
/** From few to many: five steps that can be told apart in grey print too. */
const SHADES = ['#e7f3f5', '#b9dce1', '#7fbcc5', '#3d8f9b', '#0b626e'] as const;
const DARK_FROM = 3;

/** Each kecamatan as a tile about where it lies, the darker the more came in from it. */
export function tileMap(paper: Paper, rows: RecapRow[]): void {
  const known = new Map(rows.map((row) => [row.key, row]));
  const most = Math.max(1, ...Object.keys(TILES).map((code) => known.get(code)?.received ?? 0));
  let bottom = paper.y;
  for (const [code, { name, column, line }] of Object.entries(TILES)) {
    const row = known.get(code);
    const step = row ? Math.min(SHADES.length - 1, Math.floor((row.received / most) * SHADES.length)) : 0;
    const x = EDGE + column * (WIDTH + GAP);
    const y = paper.y + line * (HEIGHT + GAP);
    paper.box(x, y, WIDTH, HEIGHT, SHADES[step] ?? SHADES[0]);
    const colour = step >= DARK_FROM ? '#ffffff' : COLOUR.ink;
    paper.write(name, x + 8, y + 7, WIDTH - 12, { size: 9, bold: true, colour });
    paper.write(count(row?.received ?? 0), x + 8, y + 23, WIDTH - 16, { size: 15, bold: true, colour });
    paper.write(`${share(row?.share_done ?? null)} selesai`, x + 8, y + 46, WIDTH - 12, { size: 8.5, colour });
    bottom = Math.max(bottom, y + HEIGHT);
  }
  paper.y = bottom + 12;
  scale(paper, most);
}

function scale(paper: Paper, most: number): void {
  paper.write('Diterima:', EDGE, paper.y, 80, { size: 9, colour: COLOUR.faint });
  SHADES.forEach((shade, step) => {
    const from = Math.ceil((step * most) / SHADES.length);
    const to = step === SHADES.length - 1 ? most : Math.ceil(((step + 1) * most) / SHADES.length) - 1;
    const x = EDGE + 80 + step * 92;
    paper.box(x, paper.y - 1.5, 12, 10, shade);
    paper.write(from >= to ? count(to) : `${count(from)}–${count(to)}`, x + 17, paper.y, 74, {
      size: 9,
      colour: COLOUR.faint,
    });
  });
  paper.y += 18;
}
