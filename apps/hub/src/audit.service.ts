import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { prepareAuditMonths } from '#store';
import { RUNTIME, type Runtime } from './runtime.ts';

const EVERY_MS = 6 * 3_600_000;

/** Keeps the audit's next months ready, so that no row has to go to the rest. */
@Injectable()
export class AuditService implements OnApplicationBootstrap {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  onApplicationBootstrap(): Promise<void> {
    return this.prepare();
  }

  @Interval('audit', EVERY_MS)
  async prepare(): Promise<void> {
    const { hub } = this.runtime;
    await prepareAuditMonths(hub.pool).catch((error: unknown) => {
      hub.log.warn({ 'error.message': String(error) }, 'audit.prepare_failed');
    });
  }
}
