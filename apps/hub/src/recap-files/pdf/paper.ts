import Pdf from 'pdfkit';

/** Two of the fonts that every reader of PDF brings along: nothing to embed, and nothing to shape. */
const REGULAR = 'Helvetica';
const BOLD = 'Helvetica-Bold';

export const COLOUR = {
  ink: '#16202a',
  faint: '#566069',
  line: '#d5dbe0',
  accent: '#0b626e',
  light: '#a9d3d9',
  soft: '#eaf4f6',
  good: '#17683f',
  bad: '#b42318',
} as const;

/** A4 on its side, in points: what is shown on a wall is wider than high. */
const WIDTH = 841.89;
const HEIGHT = 595.28;
export const EDGE = 44;
export const INNER = WIDTH - 2 * EDGE;
const TOP = 96;
const BOTTOM = HEIGHT - 48;

interface Writing {
  size?: number;
  bold?: boolean;
  colour?: string;
  align?: 'left' | 'right' | 'center';
}

/** Pages with a heading each, written from the top; `y` is how far. */
export class Paper {
  readonly doc: PDFKit.PDFDocument;
  y = TOP;
  private heading = '';

  constructor(title: string, made: Date) {
    this.doc = new Pdf({
      size: 'A4',
      layout: 'landscape',
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      lang: 'id-ID',
      displayTitle: true,
      info: { Title: title, Author: 'Simpul Aduan', CreationDate: made, ModDate: made },
    });
  }

  /** A page without a heading, coloured to its edges. */
  cover(colour: string): void {
    this.doc.addPage().rect(0, 0, WIDTH, HEIGHT).fill(colour);
  }

  page(heading: string, explained = ''): void {
    this.doc.addPage();
    this.doc.outline.addItem(heading);
    this.heading = heading;
    this.head(heading, explained);
  }

  /** Begins a new page where less than `height` is left; tells whether it did. */
  makeRoom(height: number): boolean {
    if (this.y + height <= BOTTOM) return false;
    this.goOn();
    return true;
  }

  /** A new page under the same heading. */
  goOn(): void {
    this.doc.addPage();
    this.head(`${this.heading} (lanjutan)`, '');
  }

  get left(): number {
    return BOTTOM - this.y;
  }

  write(text: string, x: number, y: number, width: number, writing: Writing = {}): void {
    const { colour = COLOUR.ink, align = 'left' } = writing;
    this.dress(writing).fillColor(colour).text(text, x, y, { width, align, lineGap: 1.5 });
  }

  heightOf(text: string, width: number, writing: Writing = {}): number {
    return this.dress(writing).heightOfString(text, { width, lineGap: 1.5 });
  }

  box(x: number, y: number, width: number, height: number, colour: string): void {
    if (width > 0 && height > 0) this.doc.rect(x, y, width, height).fill(colour);
  }

  line(y: number, x = EDGE, width = INNER): void {
    this.doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.6)
      .stroke(COLOUR.line);
  }

  /** Closes the pages with their numbers, the cover without. */
  async finish(foot: string): Promise<Buffer> {
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = start + 1; page < start + count; page += 1) {
      this.doc.switchToPage(page);
      const style = { size: 8, colour: COLOUR.faint };
      this.write(foot, EDGE, HEIGHT - 32, INNER - 120, style);
      this.write(`Halaman ${page + 1} dari ${count}`, WIDTH - EDGE - 120, HEIGHT - 32, 120, {
        ...style,
        align: 'right',
      });
    }
    const parts: Buffer[] = [];
    this.doc.end();
    for await (const part of this.doc) parts.push(part as Buffer);
    return Buffer.concat(parts);
  }

  private head(heading: string, explained: string): void {
    this.box(EDGE, 34, 4, 24, COLOUR.accent);
    this.write(heading, EDGE + 14, 36, INNER - 14, { size: 20, bold: true });
    if (explained) this.write(explained, EDGE + 14, 64, INNER - 14, { size: 9.5, colour: COLOUR.faint });
    this.y = TOP;
  }

  private dress({ size = 10, bold = false }: Writing): PDFKit.PDFDocument {
    return this.doc.font(bold ? BOLD : REGULAR).fontSize(size);
  }
}
