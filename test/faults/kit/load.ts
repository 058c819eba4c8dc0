import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../../../apps/hub/src/demo/chance.ts';
import { HOME, PROVINCE, type PlatformName, type Story, type Whose, WITH_PHOTO, WORKS } from './diary.ts';
import type { Stage } from './stage.ts';

interface Live {
  story: Story;
  cases: Map<PlatformName, string>;
  /** Statuses that the handler has still to show. */
  steps: string[];
}

const STEPS: Record<PlatformName, string[]> = {
  [HOME]: ['diproses', 'selesai'],
  [PROVINCE]: ['Progress', 'Selesai'],
  [WORKS]: ['Survei', 'Terjadwal', 'Dikerjakan', 'Selesai'],
};

/** How often a photo comes along, and how often an officer writes for colleagues only. */
const HAS_PHOTO = 0.1;
const IS_NOTE = 0.1;

/** What happens on the three platforms of a busy day, faster: complaints, answers, notes, questions and statuses. */
export class Load {
  /** Things that people did. */
  events = 0;
  private running = false;
  private done: Promise<void> = Promise.resolve();
  private readonly live: Live[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly chance: Chance,
    /** Milliseconds between two things, on average. */
    private readonly everyMs: number,
    /** Complaints that are spoken of at a time. */
    private readonly most = 40,
  ) {}

  start(): this {
    this.running = true;
    this.stage.atEnd.push(() => this.stop());
    this.done = this.run();
    return this;
  }

  async stop(): Promise<void> {
    this.running = false;
    await this.done;
  }

  /** One thing more. */
  async step(): Promise<void> {
    this.events += 1;
    const found = this.live.length > 0 && this.chance.next() > 0.25 ? this.chance.pick(this.live) : null;
    if (!found) return this.begin();
    const { story, cases, steps } = found;
    const platform = this.chance.pick(story.lives);
    const caseId = await this.caseOf(found, platform);
    if (caseId === null) return this.begin();
    const next = steps[0];
    if (next !== undefined && platform === story.handler && this.chance.next() < 0.3) {
      steps.shift();
      await this.stage.diary.move(story, platform, caseId, next);
      if (steps.length === 0) this.live.splice(this.live.indexOf(found), 1);
      return;
    }
    const isCitizen = platform === story.origin && this.chance.next() < 0.3;
    // SMARTDPU has comments only: what is written there is no note.
    const isNote = platform !== WORKS && this.chance.next() < IS_NOTE;
    const kind = isCitizen ? 'follow_up' : isNote ? 'note' : 'reply';
    await this.stage.diary.say(story, platform, cases.get(platform) ?? caseId, kind);
  }

  private async run(): Promise<void> {
    while (this.running) {
      await this.step();
      await sleep(this.chance.next() * 2 * this.everyMs);
    }
  }

  private async begin(): Promise<void> {
    const { diary } = this.stage;
    const whose = this.chance.pick<Whose | 'turunkan'>(['provinsi', 'kabupaten', 'rumah', 'turunkan']);
    const input: Record<string, string> = this.chance.next() < HAS_PHOTO ? WITH_PHOTO : {};
    const story = whose === 'turunkan' ? await diary.handDown(input) : await diary.report(whose, input);
    this.live.push({ story, cases: new Map([[story.origin, story.caseId]]), steps: [...STEPS[story.handler]] });
    if (this.live.length > this.most) this.live.shift();
  }

  /** Where the case stands on a platform, or nothing as long as it does not. */
  private async caseOf({ story, cases }: Live, platform: PlatformName): Promise<string | null> {
    const known = cases.get(platform) ?? (await this.stage.caseOn(story, platform, 0).catch(() => null));
    if (known !== null) cases.set(platform, known);
    return known;
  }
}
