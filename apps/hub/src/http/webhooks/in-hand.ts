import { ProblemError } from '../problems/problem.ts';

const MAX_HELD_BYTES = 64 * 1024 * 1024;
/** A sender is answered within this time, come what may. */
const ANSWER_WITHIN_MS = 4_000;

/**
 * Bounds what is held in memory while the database is slow or away, and how long a sender waits for an answer.
 *
 * A message whose sender was told to come again may still be kept later; its second coming is then a duplicate.
 */
export class InHand {
  private bytes = 0;

  constructor(
    private readonly maxBytes = MAX_HELD_BYTES,
    private readonly withinMs = ANSWER_WITHIN_MS,
  ) {}

  keep<T>(size: number, work: () => Promise<T>): Promise<T> {
    if (this.bytes + size > this.maxBytes) {
      return Promise.reject(new ProblemError(503, { detail: 'Terlalu banyak kiriman menunggu basis data.' }));
    }
    this.bytes += size;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new ProblemError(503, { detail: LATE })), this.withinMs);
      work()
        .then(resolve, reject)
        .finally(() => {
          clearTimeout(late);
          this.bytes -= size;
        });
    });
  }
}

const LATE = 'Basis data tidak menjawab pada waktunya.';
