import { type Addresses, lagText, type Shown, type View } from './view.ts';

export interface Terminal {
  columns?: number;
  rows?: number;
  write(text: string): unknown;
}

const ESC = '\u001b[';
const ENTER = `${ESC}?1049h${ESC}?25l`;
const LEAVE = `${ESC}?25h${ESC}?1049l`;
/** Lines that are not happenings. */
const FRAME = 17;
const MOST_HAPPENINGS = 40;

/** The live view: the whole screen is written again, each line cut to the terminal's width. */
export class ScreenView implements View {
  #isOpen = true;

  constructor(
    private readonly terminal: Terminal,
    private readonly addresses: Addresses,
  ) {
    terminal.write(ENTER);
  }

  show(shown: Shown): void {
    if (!this.#isOpen) return;
    const { columns = 80, rows = 24 } = this.terminal;
    const lines = this.#lines(shown, Math.min(MOST_HAPPENINGS, Math.max(1, rows - FRAME)), columns);
    const drawn = lines.slice(0, rows).map(({ text, style }) => `${style}${cut(text, columns - 1)}${ESC}0m${ESC}K`);
    this.terminal.write(`${ESC}H${drawn.join('\r\n')}${ESC}J`);
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.terminal.write(LEAVE);
  }

  #lines({ time, day, figures, happenings, trackingUrl }: Shown, room: number, columns: number): Line[] {
    const { hub, simulator, apiKey, log } = this.addresses;
    const recent = happenings.slice(-room);
    const row = (left: string, one: number | string, right: string, two: number | string): Line =>
      plain(`  ${left.padEnd(21)}${String(one).padStart(5)}     ${right.padEnd(29)}${String(two).padStart(13)}`);
    return [
      bold(` Simpul Aduan, peragaan: hari ke-${day}, pukul ${time} (waktu dipercepat)`),
      dim(` Semua aduan dan platform di sini rekaan. ${'─'.repeat(Math.max(0, columns - 45))}`),
      row('Aduan', figures.complaints, 'Status tercermin', figures.statuses),
      row('Diteruskan LaporGub', figures.toLaporgub, 'Tanggapan tercermin', figures.replies),
      row('Diteruskan SMARTDPU', figures.toSmartdpu, 'Tertahan, menunggu orang', figures.parked),
      row('Dari LaporGub', figures.fromLaporgub, 'Jeda p50/p95', lagText(figures)),
      plain(''),
      bold(' Yang baru saja terjadi'),
      ...recent.map((text) => plain(`  ${text}`)),
      ...Array.from({ length: room - recent.length }, () => plain('')),
      plain(''),
      bold(' Buka'),
      plain(`  Konsol     ${hub}`),
      plain(`  API hub    ${hub}/api/docs`),
      plain(`  Kunci API  ${apiKey}  (Authorization: Bearer <kunci>)`),
      plain(`  Simulator  ${simulator}  (mainkan petugas atau warga)`),
      plain(`  Lacak      ${trackingUrl ?? 'menunggu aduan pertama'}`),
      plain(`  Log        ${log}`),
      dim(' Ctrl-C menghentikan semua.'),
    ];
  }
}

interface Line {
  text: string;
  style: string;
}
const plain = (text: string): Line => ({ text, style: '' });
const bold = (text: string): Line => ({ text, style: `${ESC}1m` });
const dim = (text: string): Line => ({ text, style: `${ESC}2m` });

/** Control characters would move the cursor; all else here is one column wide. */
function cut(text: string, columns: number): string {
  const chars = Array.from(text.replaceAll(/\p{Cc}/gu, ' '));
  return chars.length <= columns ? chars.join('') : `${chars.slice(0, Math.max(0, columns - 1)).join('')}…`;
}
