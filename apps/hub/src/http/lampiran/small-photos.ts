import { blob } from '#store';
import { isPhoto, smallPhotoOf } from '#sync';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import { storedFile } from './lampiran.queries.ts';

const KEPT_BYTES = 4 * 1024 * 1024;
const KEPT_MS = 3_600_000;

/** Photos made small when they are first asked for, and kept for a while; never two at once, however many ask. */
export class SmallPhotos {
  private readonly kept: LRUCache<string, Buffer>;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly pool: Pool) {
    this.kept = new LRUCache({
      maxSize: KEPT_BYTES,
      sizeCalculation: ({ length }) => length,
      ttl: KEPT_MS,
      fetchMethod: (token) => this.next(() => this.make(token)),
    });
  }

  /** Nothing where there is no such photo. Whoever asks for one that is being made gets the same. */
  of(token: string): Promise<Buffer | undefined> {
    return this.kept.fetch(token);
  }

  /** A large photo takes much memory while it is drawn. */
  private next<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => {});
    return result;
  }

  private async make(token: string): Promise<Buffer | undefined> {
    const file = await storedFile(this.pool, token);
    if (!file || !isPhoto(file.mime)) return undefined;
    const bytes = await blob(this.pool, file.sha256);
    // What can't be drawn small is still there in full: its link says what it is.
    return smallPhotoOf(bytes).catch(() => undefined);
  }
}
