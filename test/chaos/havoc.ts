import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../../apps/hub/src/demo/chance.ts';
import { HOME, type PlatformName, PROVINCE, WORKS } from '../faults/kit/diary.ts';
import type { DoomedPostgres } from '../faults/kit/postgres.ts';
import type { HubProcess } from '../faults/kit/process.ts';
import type { Stage } from '../faults/kit/stage.ts';
import { eventually } from '../faults/kit/wait.ts';

const PLATFORMS: PlatformName[] = [HOME, PROVINCE, WORKS];

/** Faults of all kinds, one after another and over each other, drawn by the seed. */
export class Havoc {
  /** How often each kind struck. */
  readonly struck: Record<string, number> = {};
  private running = false;
  private done: Promise<void> = Promise.resolve();
  private readonly passing = new Set<Promise<void>>();

  constructor(
    private readonly stage: Stage,
    private readonly postgres: DoomedPostgres,
    private readonly chance: Chance,
    private readonly processes: number,
  ) {}

  get kills(): number {
    return this.struck['process killed'] ?? 0;
  }

  start(): void {
    this.running = true;
    this.done = this.run();
  }

  /** All faults end; what they killed stands again. */
  async stop(): Promise<void> {
    this.running = false;
    await this.done;
    await Promise.all(this.passing);
    for (const line of Object.values(this.stage.lines)) line.clear();
    for (const simulator of Object.values(this.stage.simulators)) simulator.faults.clear();
    this.stage.front.clear();
    await this.fill();
  }

  private async run(): Promise<void> {
    const deck = this.chance.deck(this.kinds());
    while (this.running) {
      await sleep(this.chance.between(300, 1_500));
      const [name, strike] = deck();
      const passing = this.count(name, strike).catch((error: unknown) => console.error(`${name}: ${String(error)}`));
      this.passing.add(passing);
      void passing.finally(() => this.passing.delete(passing));
      // A machine has only so many processes to lose at a time.
      if (name.startsWith('process') || name.startsWith('database')) await passing;
    }
  }

  /** One that could not be made did not strike. */
  private async count(name: string, strike: () => Promise<void>): Promise<void> {
    await strike();
    this.struck[name] = (this.struck[name] ?? 0) + 1;
  }

  /** Kills stand here several times: they are drawn that much oftener. */
  private kinds(): [string, () => Promise<void>][] {
    const kill: [string, () => Promise<void>] = ['process killed', () => this.kill()];
    return [
      kill,
      kill,
      kill,
      kill,
      ['process stopped for a while', () => this.pause()],
      ['process ended in order', () => this.terminate()],
      [
        'database connections ended',
        async () => void (await this.postgres.terminateBackends(this.chance.between(1, 8))),
      ],
      ['database crashed', () => this.crash()],
      ['line slow', () => this.line({ latencyMs: 80, jitterMs: 150 })],
      ['line reset', async () => this.stage.lines[this.chance.pick(PLATFORMS)].reset()],
      ['line dead', () => this.line({ mode: this.chance.pick(['blackhole', 'half_open', 'refuse'] as const) })],
      ['line cuts answers', () => this.line({ truncateAfter: this.chance.between(0, 120) })],
      ['webhooks cannot get in', () => this.front()],
      ['platform answers 500, 429 or HTML', () => this.sick()],
      ['platform loses answers after it wrote', () => this.forgetful()],
      ['webhooks doubled, reordered, dropped', () => this.webhooks()],
    ];
  }

  private alive = (): HubProcess[] => this.stage.hubs.filter(({ alive }) => alive);

  /** As a supervisor would: whatever ended is started again. */
  private async fill(): Promise<void> {
    while (this.alive().length < this.processes) await this.stage.start({ waitReady: false });
  }

  private async kill(): Promise<void> {
    await this.fill();
    await this.chance.pick(this.alive()).kill();
    await this.fill();
  }

  private async pause(): Promise<void> {
    await this.fill();
    const hub = this.chance.pick(this.alive());
    hub.pause();
    await sleep(this.chance.between(500, 11_000));
    hub.resume();
  }

  private async terminate(): Promise<void> {
    await this.fill();
    const hub = this.chance.pick(this.alive());
    this.stage.inService.delete(hub);
    await hub.stop();
    await this.fill();
  }

  private async crash(): Promise<void> {
    await this.postgres.crash();
    await sleep(this.chance.between(100, 2_000));
    await eventually(() => this.postgres.start());
  }

  private async line(how: Parameters<Stage['front']['set']>[0]): Promise<void> {
    const line = this.stage.lines[this.chance.pick(PLATFORMS)];
    line.set(how);
    await sleep(this.chance.between(500, 4_000));
    line.clear();
  }

  private async front(): Promise<void> {
    this.stage.front.set({ mode: this.chance.pick(['refuse', 'half_open', 'blackhole'] as const) });
    await sleep(this.chance.between(300, 2_500));
    this.stage.front.clear();
  }

  private async sick(): Promise<void> {
    const { faults } = this.stage.simulators[this.chance.pick(PLATFORMS)];
    const rate = { rate: 0.5 };
    // Not where its files lie: those are looked up by their bytes, and a page in their place is taken for another file.
    const on = ({ path }: { path: string }): boolean => !path.startsWith('/berkas/');
    const fault = this.chance.pick([{ error500: rate }, { throttle: rate }, { html: rate }, { reset: rate }]);
    Object.assign(faults, fault, { on });
    await sleep(this.chance.between(500, 4_000));
    faults.clear();
  }

  private async forgetful(): Promise<void> {
    const { faults } = this.stage.simulators[this.chance.pick(PLATFORMS)];
    faults.commitThenReset = this.chance.between(1, 5);
    await sleep(2_000);
    faults.commitThenReset = 0;
  }

  private async webhooks(): Promise<void> {
    const { faults } = this.stage.simulators[this.chance.pick([HOME, PROVINCE] as const)];
    Object.assign(faults.webhook, { duplicate: { rate: 0.3 }, reorder: { rate: 0.2 }, drop: { rate: 0.1 } });
    await sleep(this.chance.between(1_000, 4_000));
    Object.assign(faults.webhook, { duplicate: 0, reorder: 0, drop: 0 });
  }
}
