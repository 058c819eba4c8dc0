import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { CONFIGURATION_CHANNEL, registerInstances } from '#store';
import { Listener } from '../listener.ts';
import { RUNTIME, type Runtime } from '../runtime.ts';
import { SyncService } from '../sync.service.ts';

/** A change that was not heard of is found this soon; so is the end of a replaced secret's time. */
const LOOK_EVERY_MS = 5_000;

/** Makes live in this process what was saved in any. */
@Injectable()
export class ConfigurationService implements OnApplicationBootstrap, OnModuleDestroy {
  private listener: Listener | null = null;

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly sync: SyncService,
  ) {}

  onApplicationBootstrap(): void {
    const { live, source, hub } = this.runtime;
    live.onChange = (name) => void this.adopt(name);
    this.listener = new Listener(source, CONFIGURATION_CHANNEL, () => void this.look(), hub.log);
  }

  @Interval('configuration', LOOK_EVERY_MS)
  async look(): Promise<void> {
    const { live, hub } = this.runtime;
    await live.refresh().catch((error: unknown) => {
      hub.log.warn({ 'error.message': String(error) }, 'configuration.look_failed');
    });
  }

  onModuleDestroy(): void {
    this.runtime.live.onChange = () => {};
    this.listener?.stop();
  }

  private async adopt(name: string): Promise<void> {
    const { hub } = this.runtime;
    try {
      const instance = hub.instances.get(name);
      if (instance) await registerInstances(hub.pool, [instance]);
      await hub.bell.install([name]);
      await this.sync.adopt(name);
    } catch (error) {
      hub.log.error({ instance: name, 'error.message': String(error) }, 'configuration.adopt_failed');
    }
  }
}
