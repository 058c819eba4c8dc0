import type { PlatformSimulator } from '#connector/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoClock } from './clock.ts';
import { numberSaid } from './spoken.ts';
import type { Platform, Story } from './story.ts';

const LOOK_EVERY_MS = 300;
/** An officer who does not find the case by then leaves it: it is parked, or held for an admin. */
const LOOK_MS = 45_000;

export interface Stage {
  simulators: Readonly<Record<string, PlatformSimulator>>;
  clock: DemoClock;
  /** What a platform calls the complaint that another knows as `externalId`; `null` where it does not have it (yet). */
  caseAt(platform: Platform, from: Platform, externalId: string): Promise<string | null>;
  /** What a platform calls the complaint with this number of ours; `null` where it does not have it (yet). */
  caseOf(platform: Platform, number: string): Promise<string | null>;
  signal: AbortSignal;
  /** A step that could not be played. */
  onFault(error: unknown): void;
}

/** Plays the people of one complaint, each on the platform where they work. */
export async function playStory(story: Story, stage: Stage): Promise<void> {
  const { clock, signal } = stage;
  try {
    await clock.until(story.at, signal);
    const filed = await platform(stage, story.from).play(story.filing.play, null, story.filing.input);
    for (const { after, at, play, input } of story.steps) {
      await clock.until(clock.now() + after, signal);
      const caseId = at === story.from ? filed : await find(stage, at, story.from, filed);
      if (caseId === null) return;
      await platform(stage, at).play(play, caseId, input);
    }
  } catch (error) {
    if (!signal.aborted) stage.onFault(error);
  }
}

async function find(stage: Stage, at: Platform, from: Platform, filed: string): Promise<string | null> {
  for (const end = performance.now() + LOOK_MS; performance.now() < end; ) {
    const found = await lookUp(stage, at, from, filed);
    if (found !== null) return found;
    await sleep(LOOK_EVERY_MS, undefined, { signal: stage.signal });
  }
  return null;
}

/** Who complained on a channel knows the complaint by the number that was said there. */
async function lookUp(stage: Stage, at: Platform, from: Platform, filed: string): Promise<string | null> {
  if (from === 'lapor-masbup' || from === 'laporgub') return stage.caseAt(at, from, filed);
  const conversation = platform(stage, from)
    .cases()
    .find(({ id }) => id === filed);
  const number = numberSaid(conversation?.lines ?? []);
  return number === null ? null : stage.caseOf(at, number);
}

function platform({ simulators }: Stage, name: Platform): PlatformSimulator {
  const found = simulators[name];
  if (!found) throw new Error(`simulator ${name} tidak berjalan`);
  return found;
}
