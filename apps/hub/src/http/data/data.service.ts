import { Inject, Injectable } from '@nestjs/common';
import { RUNTIME, type Runtime } from '../../runtime.ts';
import { catchUp } from '../../work-out.ts';
import { type Dataset, datasetOf } from './dataset.ts';

const FRESH_MS = 600_000;

/** The published table, worked out anew every ten minutes at the most, however many ask. */
@Injectable()
export class OpenData {
  #kept: { dataset: Promise<Dataset>; until: number } | null = null;

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  current(now = new Date()): Promise<Dataset> {
    if (this.#kept && now.getTime() < this.#kept.until) return this.#kept.dataset;
    const { hub, env } = this.runtime;
    const dataset = catchUp(this.runtime).then(() => datasetOf(hub, env.HUB_CONFIG_DIR, now));
    const kept = { dataset, until: now.getTime() + FRESH_MS };
    this.#kept = kept;
    // What could not be worked out is not kept.
    dataset.catch(() => {
      if (this.#kept === kept) this.#kept = null;
    });
    return dataset;
  }
}
