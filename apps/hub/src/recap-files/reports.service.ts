import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { RecapService } from '../recap/recap.service.ts';
import { RUNTIME, type Runtime } from '../runtime.ts';
import { makeDueReports } from './reports.ts';

const LOOK_MS = 10_000;

/** Looks often, in every process with workers, whether a month's report is due. */
@Injectable()
export class ReportsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly recaps: RecapService;
  private running: Promise<void> | null = null;

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {
    this.recaps = new RecapService(runtime);
  }

  /** What was missed while the hub was away is not waited for. */
  onApplicationBootstrap(): void {
    this.look();
  }

  @Interval('reports', LOOK_MS)
  look(): void {
    if (!this.runtime.worker) return;
    this.running ??= this.make().finally(() => {
      this.running = null;
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.running;
  }

  private async make(): Promise<void> {
    const { log } = this.runtime.hub;
    try {
      const months = await makeDueReports(this.runtime, this.recaps, new Date());
      if (months.length > 0) log.info({ months }, 'report.made');
    } catch (error) {
      log.warn({ 'error.message': String(error) }, 'report.failed');
    }
  }
}
