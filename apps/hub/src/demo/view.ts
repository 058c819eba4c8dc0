import type { Figures } from './figures.ts';

/** What the terminal shows; the hub's figures and the simulated time. */
export interface Shown {
  time: string;
  day: number;
  figures: Figures;
  /** Oldest first, each with its time. */
  happenings: readonly string[];
  trackingUrl: string | null;
}

export interface View {
  show(shown: Shown, news: readonly string[]): void;
  close(): void;
}

export interface Addresses {
  hub: string;
  simulator: string;
  apiKey: string;
  log: string;
}

export const lagText = ({ lagP50, lagP95 }: Figures): string =>
  lagP50 === null || lagP95 === null ? '-' : `${lagP50}/${lagP95} ms`;

/** Without a terminal: a line per happening, and a summary every five seconds. */
export class LineView implements View {
  #summaryAt = performance.now() + LineView.SUMMARY_MS;
  static readonly SUMMARY_MS = 5_000;

  constructor(private readonly write: (text: string) => void) {}

  show({ time, day, figures }: Shown, news: readonly string[]): void {
    for (const line of news) this.write(`${line}\n`);
    if (performance.now() < this.#summaryAt) return;
    this.#summaryAt = performance.now() + LineView.SUMMARY_MS;
    const { complaints, toLaporgub, toSmartdpu, fromLaporgub, statuses, replies, parked } = figures;
    this.write(
      `-- hari ${day} ${time}: ${complaints} aduan, ${toLaporgub} ke LaporGub, ${toSmartdpu} ke SMARTDPU, ` +
        `${fromLaporgub} dari LaporGub, ${statuses} status, ${replies} tanggapan, ${parked} tertahan, ` +
        `jeda p50/p95 ${lagText(figures)}\n`,
    );
  }

  close(): void {}
}
