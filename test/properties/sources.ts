import { ConnectorError, type Page } from '#connector';
import { readPage as readHome } from '../../libs/connectors/src/lapor-masbup/pages.ts';
import { readPage as readProvince } from '../../libs/connectors/src/laporgub/pages.ts';
import { readFeed } from '../../libs/connectors/src/smartdpu/feed.ts';

/** What happens between two looks of the hub, or one look: a page is read, and kept, or lost with its process. */
export type Act =
  | { act: 'change'; of: number; lateMs: number; gap: number }
  | { act: 'tick'; ms: number }
  | { act: 'page' }
  | { act: 'lost page' }
  | { act: 'places forgotten' };

export interface Setting {
  /** The platform's clock, before or behind ours. */
  skewMs: number;
  pageSize: number;
}

/** Half a minute of the shipped profiles' two: a change is stored so much later than it says, at the most. */
export const OVERLAP_MS = 30_000;
const SETTLED_AFTER_MS = 5_000;
const RECENT_MS = 86_400_000;
const REREAD = 6;
/** No round of so few rows has as many. */
const MOST_PAGES = 200;
const START_MS = Date.parse('2026-01-05T02:00:00Z');

/** One platform's list and what the hub has heard of it so far. */
export abstract class Source {
  protected nowMs = START_MS;
  private cursor: string | null = null;
  private more = true;
  protected readonly heard = new Set<string>();

  constructor(protected readonly setting: Setting) {}

  abstract change(of: number, lateMs: number, gap: number): void;
  /** What was stored late until now is there. */
  protected abstract store(): void;
  protected abstract read(cursor: string | null): Promise<Page>;
  protected abstract nameOf(payload: unknown): string;
  /** What the hub must have heard once all is quiet. */
  protected abstract wanted(): string[];
  forgetPlaces(): void {}

  tick(ms: number): void {
    this.nowMs += ms;
    this.store();
  }

  async page(isKept: boolean): Promise<void> {
    const page = await this.read(this.cursor);
    if (!isKept) return;
    this.cursor = page.cursor;
    this.more = page.more;
    for (const payload of page.payloads) this.heard.add(this.nameOf(payload));
  }

  async act(each: Act): Promise<void> {
    if (each.act === 'change') this.change(each.of, each.lateMs, each.gap);
    else if (each.act === 'tick') this.tick(each.ms);
    else if (each.act === 'places forgotten') this.forgetPlaces();
    else await this.page(each.act === 'page');
  }

  /** Everybody goes home; the hub looks twice more. Then what it missed, in words. */
  async missed(): Promise<string[]> {
    this.tick(OVERLAP_MS + 1_000);
    for (let rounds = 0; rounds < 3; rounds += 1) {
      let pages = 0;
      do {
        await this.page(true);
        pages += 1;
        if (pages > MOST_PAGES) throw new Error('a reading never ends');
      } while (this.more);
      this.tick(30_000);
    }
    return this.wanted().filter((name) => !this.heard.has(name));
  }

  protected get platformMs(): number {
    return this.nowMs + this.setting.skewMs;
  }
}

interface Row {
  id: string;
  version: number;
  /** As the platform shows it: whole seconds. */
  stampMs: number;
  order: number;
}

interface Late {
  row: number;
  stampMs: number;
  dueMs: number;
}

/** Rows that bear the second of their last change. */
abstract class Rows extends Source {
  protected readonly rows = new Map<number, Row>();
  private readonly late: Late[] = [];
  private order = 0;

  /** A row is locked while it is changed: what comes behind waits, and two changes in one second are stored soon. */
  change(of: number, lateMs: number): void {
    const stampMs = Math.floor(this.platformMs / 1_000) * 1_000;
    const before = this.late.filter(({ row }) => row === of);
    const newest = Math.max(this.rows.get(of)?.stampMs ?? 0, ...before.map((each) => each.stampMs));
    const allowedMs = newest >= stampMs ? Math.min(lateMs, SETTLED_AFTER_MS - 1_000) : lateMs;
    const dueMs = Math.max(this.nowMs + allowedMs, ...before.map((each) => each.dueMs));
    this.late.push({ row: of, stampMs, dueMs });
    this.store();
  }

  protected store(): void {
    const due = this.late.filter(({ dueMs }) => dueMs <= this.nowMs).toSorted((a, b) => a.dueMs - b.dueMs);
    for (const each of due) {
      this.late.splice(this.late.indexOf(each), 1);
      const row = this.rows.get(each.row) ?? { id: `K${each.row}`, version: 0, stampMs: 0, order: 0 };
      row.version += 1;
      row.stampMs = Math.max(row.stampMs, each.stampMs);
      row.order = this.order += 1;
      this.rows.set(each.row, row);
    }
  }

  protected nameOf = (payload: unknown): string => payload as string;
  protected wanted = (): string[] => [...this.rows.values()].map(nameOf);
}

const nameOf = ({ id, version }: Row): string => `${id} version ${version}`;
const iso = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** LaporGub: newest change first, pages by number that shift while they are read, the rest of a case asked for by itself. */
export class ShiftingPages extends Rows {
  protected read(cursor: string | null): Promise<Page> {
    const { pageSize } = this.setting;
    return readProvince(cursor, {
      list: async (since, page) => {
        const found = [...this.rows.values()]
          .filter(({ stampMs }) => stampMs >= Date.parse(since))
          .toSorted((a, b) => b.stampMs - a.stampMs || b.order - a.order);
        const cases = found.slice((page - 1) * pageSize, page * pageSize).map(({ id, stampMs }) => ({
          externalId: id,
          changed: iso(stampMs),
          changedAt: stampMs,
          value: id,
          isWhole: false,
        }));
        return { cases, lastPage: Math.max(1, Math.ceil(found.length / pageSize)) };
      },
      whole: async (id) => nameOf([...this.rows.values()].find((row) => row.id === id) as Row),
      now: () => new Date(this.nowMs),
      overlapMs: OVERLAP_MS,
      recentMs: RECENT_MS,
      settledAfterMs: SETTLED_AFTER_MS,
    });
  }
}

/** Lapor MasBuP: oldest change first, each case whole, with places of the platform's own that it may forget. */
export class PlacesInList extends Rows {
  private era = 0;

  override forgetPlaces(): void {
    this.era += 1;
  }

  protected read(cursor: string | null): Promise<Page> {
    return readHome(cursor, {
      list: async (since, page) => {
        const [era, stamp, id] = page?.split(' ') ?? [];
        if (page !== null && Number(era) !== this.era) throw new ConnectorError('rejected', 'cursor tidak dikenal');
        const rest = [...this.rows.values()]
          .filter((row) => row.stampMs >= Date.parse(since))
          .toSorted((a, b) => a.stampMs - b.stampMs || a.id.localeCompare(b.id))
          .filter(
            (row) => !page || row.stampMs > Number(stamp) || (row.stampMs === Number(stamp) && row.id > (id ?? '')),
          );
        const found = rest.slice(0, this.setting.pageSize);
        const last = found.at(-1);
        return {
          payloads: found.map(nameOf),
          next: last && rest.length > found.length ? `${this.era} ${last.stampMs} ${last.id}` : null,
          changed: found.map(({ stampMs }) => iso(stampMs)),
        };
      },
      now: () => new Date(this.nowMs),
      overlapMs: OVERLAP_MS,
      firstMs: RECENT_MS,
    });
  }
}

/** SMARTDPU: numbered changes, some of which are stored after one with a higher number. */
export class NumberedFeed extends Source {
  private readonly stored: number[] = [];
  private readonly late: { id: number; dueMs: number }[] = [];
  private last = 0;

  change(_of: number, lateMs: number, gap: number): void {
    this.last += gap;
    const id = this.last;
    // The reach of the reading: nothing is stored later than after so many numbers.
    const reach = Math.min(REREAD, this.setting.pageSize - 1);
    for (const each of this.late) if (each.id <= id - reach) each.dueMs = this.nowMs;
    this.store();
    if (reach > 0) this.late.push({ id, dueMs: this.nowMs + lateMs });
    else this.stored.push(id);
    this.store();
  }

  protected store(): void {
    const due = this.late.filter(({ dueMs }) => dueMs <= this.nowMs);
    for (const each of due) {
      this.late.splice(this.late.indexOf(each), 1);
      this.stored.push(each.id);
    }
    this.stored.sort((a, b) => a - b);
  }

  protected read(cursor: string | null): Promise<Page> {
    return readFeed(cursor, {
      changes: async (after, limit) => this.stored.filter((id) => id > after).slice(0, limit),
      idOf: async (id) => id as number,
      page: this.setting.pageSize,
      reread: REREAD,
    });
  }

  protected nameOf = (payload: unknown): string => `perubahan ${payload as number}`;
  protected wanted = (): string[] => this.stored.map((id) => `perubahan ${id}`);
}
