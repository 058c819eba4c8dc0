import type { ServerResponse } from 'node:http';
import { ProblemError } from '../problems/problem.ts';

/** A file of this size costs so little that it always goes. */
const SMALL_BYTES = 256 * 1024;
const MOST_BYTES = 128 * 1024 * 1024;
const SLOWEST_BYTES_PER_MS = 64;
const GRACE_MS = 15_000;
/** Who takes longer is let go. */
const usualMs = (size: number): number => GRACE_MS + size / SLOWEST_BYTES_PER_MS;

/** Bounds what is held in memory for readers of big files, who may be many and as slow as they like. */
export class Sending {
  private bytes = 0;

  constructor(
    private readonly maxBytes = MOST_BYTES,
    private readonly withinMs = usualMs,
  ) {}

  /** Before the file is read. Its place is free again when the response is closed, however that comes about. */
  hold(response: ServerResponse, size: number): void {
    const held = size > SMALL_BYTES ? size : 0;
    if (held > 0 && this.bytes + held > this.maxBytes)
      throw new ProblemError(503, { detail: 'Terlalu banyak lampiran sedang dikirim.' });
    this.bytes += held;
    const late = setTimeout(() => response.destroy(), this.withinMs(size));
    response.once('close', () => {
      clearTimeout(late);
      this.bytes -= held;
    });
  }
}
