import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { heardSince, latestAudit, NEWS_CHANNEL } from '#store';
import { Listener } from '../../listener.ts';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { type Page, Watchers } from './watchers.ts';

/** Open pages of one process at the most: each is a connection, and platforms need some too. */
const MAX_PAGES = 20_000;
const LOOK_EVERY_MS = 1_000;
/** Each open page hears something this often, so that no balancer takes its connection for dead. */
const HEARTBEAT_MS = 20_000;
const HEARTBEAT_SLICES = 20;

/**
 * Tells open pages what is new, however many there are: one connection that listens, one rendering for all pages that
 * show the same, and a look at the audit's end each second for what was not heard.
 */
@Injectable()
export class Live implements BeforeApplicationShutdown {
  private readonly watchers = new Watchers();
  private readonly dirty = new Set<string>();
  private readonly lastHeard = new Map<string, string>();
  private listener: Listener | null = null;
  private readonly timers: NodeJS.Timeout[] = [];
  private from: string | null = null;
  private isTelling = false;
  private stopped = false;

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  get isFull(): boolean {
    return this.stopped || this.watchers.count >= MAX_PAGES;
  }

  /** False where there is nothing to show: then nothing was answered yet. */
  async watch(page: Page): Promise<boolean> {
    this.begin();
    // Before it is rendered: what changes from here on is told.
    this.watchers.add(page);
    const news = await page.render();
    if (news) this.watchers.open(page, news);
    else this.watchers.remove(page);
    return news !== undefined;
  }

  beforeApplicationShutdown(): void {
    this.stopped = true;
    for (const timer of this.timers) clearInterval(timer);
    this.listener?.stop();
    this.watchers.end();
  }

  /** Nothing runs in a process that nobody watches. */
  private begin(): void {
    if (this.listener || this.stopped) return;
    const { source, hub } = this.runtime;
    this.listener = new Listener(source, NEWS_CHANNEL, (id) => this.heard(id), hub.log);
    this.timers.push(setInterval(() => void this.look(), LOOK_EVERY_MS));
    let slice = 0;
    const beat = () => this.watchers.beat(slice++ % HEARTBEAT_SLICES, HEARTBEAT_SLICES);
    this.timers.push(setInterval(beat, HEARTBEAT_MS / HEARTBEAT_SLICES));
  }

  private heard(complaintId: string): void {
    if (!this.watchers.has(complaintId)) return;
    this.dirty.add(complaintId);
    void this.tell();
  }

  /** One after the other: what comes meanwhile about the same complaint is told once. */
  private async tell(): Promise<void> {
    if (this.isTelling) return;
    this.isTelling = true;
    for (const id of this.dirty) {
      this.dirty.delete(id);
      await this.watchers.tell(id).catch((error: unknown) => this.note(error));
    }
    this.isTelling = false;
  }

  private async look(): Promise<void> {
    const ids = this.watchers.complaintIds;
    if (ids.length === 0) {
      this.from = null;
      this.lastHeard.clear();
      return;
    }
    try {
      const { pool } = this.runtime.hub;
      this.from ??= await latestAudit(pool);
      const { heard, from } = await heardSince(pool, this.from, ids);
      this.from = from;
      for (const { complaintId, last } of heard) {
        if (this.lastHeard.get(complaintId) === last) continue;
        this.lastHeard.set(complaintId, last);
        this.heard(complaintId);
      }
    } catch (error) {
      this.note(error);
    }
  }

  private note(error: unknown): void {
    this.runtime.hub.log.warn({ 'error.message': String(error) }, 'lacak.live_failed');
  }
}
