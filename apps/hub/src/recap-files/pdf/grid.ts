import { COLOUR, EDGE, type Paper } from './paper.ts';

const SIZE = 9;
const PADDING = 4.5;
const NONE = 'Tidak ada aduan dalam periode ini.';

export interface Field<Row> {
  head: string;
  width: number;
  /** Numbers stand on the right. */
  right?: boolean;
  text?: (row: Row) => string;
  /** Draws into the place instead of writing. */
  draw?: (row: Row, x: number, y: number, width: number) => void;
}

/** Rows under a head that is repeated on each page they reach. */
export function grid<Row>(paper: Paper, fields: Field<Row>[], rows: Row[], start = EDGE, none = NONE): void {
  if (rows.length === 0) {
    paper.write(none, start, paper.y, 400, { colour: COLOUR.faint });
    paper.y += 20;
    return;
  }
  head(paper, fields, start);
  for (const row of rows) {
    const height = Math.max(...fields.map(({ text, width }) => heightOf(paper, text?.(row), width)));
    if (paper.makeRoom(height)) head(paper, fields, start);
    let x = start;
    for (const { width, right, text, draw } of fields) {
      if (text) paper.write(text(row), x + PADDING, paper.y + PADDING, width - 2 * PADDING, cell(right));
      draw?.(row, x + PADDING, paper.y + PADDING, width - 2 * PADDING);
      x += width;
    }
    paper.y += height;
    paper.line(paper.y, start, x - start);
  }
}

function head<Row>(paper: Paper, fields: Field<Row>[], start: number): void {
  const style = { size: 8, bold: true, colour: COLOUR.faint };
  const height = Math.max(...fields.map((field) => paper.heightOf(field.head, field.width - 2 * PADDING, style))) + 8;
  let x = start;
  for (const field of fields) {
    const own = paper.heightOf(field.head, field.width - 2 * PADDING, style);
    paper.write(field.head, x + PADDING, paper.y + height - 4 - own, field.width - 2 * PADDING, {
      ...style,
      align: field.right ? 'right' : 'left',
    });
    x += field.width;
  }
  paper.y += height;
  paper.line(paper.y, start, x - start);
}

const heightOf = (paper: Paper, text: string | undefined, width: number): number =>
  paper.heightOf(text ?? 'X', width - 2 * PADDING, { size: SIZE }) + 2 * PADDING;

const cell = (right = false) => ({ size: SIZE, align: right ? ('right' as const) : ('left' as const) });
