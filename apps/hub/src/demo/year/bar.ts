import type { Progress } from './play-year.ts';

const CELLS = 30;
const REDRAW_MS = 100;
const LINES = 10;

const dayOf = (at: number): string => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);

/** How far the year is: a bar on a terminal, a line for each tenth elsewhere. */
export function progressOn(out: { isTTY?: boolean; write(text: string): unknown }): (progress: Progress) => void {
  let drawnAt = 0;
  let lines = 0;
  return ({ at, played, total }) => {
    const share = played / total;
    const text = `${String(Math.floor(share * 100)).padStart(3)} %  ${dayOf(at)}  ${played} dari ${total} kejadian`;
    if (out.isTTY) {
      if (played < total && performance.now() - drawnAt < REDRAW_MS) return;
      drawnAt = performance.now();
      const full = Math.round(share * CELLS);
      out.write(`\r${'█'.repeat(full)}${'░'.repeat(CELLS - full)} ${text}\u001b[K${played === total ? '\n' : ''}`);
    } else if (share * LINES >= lines + 1) {
      lines = Math.floor(share * LINES);
      out.write(`${text}\n`);
    }
  };
}
