import type { Aduan } from './simulated-aduan.ts';

/** Every change in order. An aduan that changes again moves to the end, so a reader of pages may meet it twice. */
export class Changes {
  readonly #log: { aduan: Aduan; ms: number }[] = [];
  readonly #latest = new Map<Aduan, number>();

  note(aduan: Aduan, at: Date): void {
    this.#latest.set(aduan, this.#log.length);
    this.#log.push({ aduan, ms: at.getTime() });
  }

  /** At most `limit` from a place in the log on, oldest change first, and the place behind them or `null`. */
  page(from: number, limit: number): { found: Aduan[]; next: number | null } {
    const found: Aduan[] = [];
    for (let at = from; at < this.#log.length; at++) {
      const entry = this.#log[at];
      if (!entry || this.#latest.get(entry.aduan) !== at) continue;
      if (found.length === limit) return { found, next: at };
      found.push(entry.aduan);
    }
    return { found, next: null };
  }

  /** The place of the first change at or after a moment. */
  placeOf(ms: number): number {
    let low = 0;
    let high = this.#log.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#log[middle]?.ms ?? 0) < ms) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  newestFirst(): Aduan[] {
    return [...this.#latest].toSorted(([, a], [, b]) => b - a).map(([aduan]) => aduan);
  }
}
