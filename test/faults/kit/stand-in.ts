import type { ServerResponse } from 'node:http';
import type { PlatformName, Story } from './diary.ts';
import { Impostor } from './impostor.ts';
import type { Stage } from './stage.ts';
import { eventually } from './wait.ts';

/** Lets somebody else answer in a platform's place, and reads in the audit what the hub made of it. */
export class StandIn {
  impostor: Impostor | null = null;

  constructor(private readonly stage: () => Stage) {}

  replaceBy = async (
    name: PlatformName,
    answer: (response: ServerResponse, asked: string) => void,
  ): Promise<Impostor> => {
    const made = await Impostor.listen((request, response) => answer(response, `${request.method} ${request.url}`));
    this.impostor = made;
    const line = this.stage().lines[name];
    line.target = () => made.port;
    line.reset();
    return made;
  };

  restore = async (name: PlatformName): Promise<void> => {
    const stage = this.stage();
    const port = Number(new URL(stage.simulators[name].url).port);
    stage.lines[name].clear();
    stage.lines[name].target = () => port;
    stage.lines[name].reset();
    await stage.forgive();
  };

  /** As before the test. */
  leave = async (): Promise<void> => {
    const stage = this.stage();
    await stage.calm();
    for (const name of Object.keys(stage.lines) as PlatformName[]) await this.restore(name);
    await this.impostor?.close();
    this.impostor = null;
    await stage.sql(`update instance set state = 'active', paused_reason = null`);
    await stage.forgive();
  };

  auditOf = (story: Story, platform: PlatformName) =>
    this.stage().sql<{ outcome: string; detail: string }>(
      `select outcome, detail from audit join link using (complaint_id)
       where link.instance = $1 and external_id = $2 and audit.instance = $3 and hop = 'deliver' order by audit.id`,
      [story.origin, story.caseId, platform],
    );

  failedOnce = (story: Story, platform: PlatformName, outcomes = ['unavailable']) =>
    eventually(async () => {
      const found = (await this.auditOf(story, platform)).find(({ outcome }) => outcomes.includes(outcome));
      if (!found) throw new Error('no failure yet');
      return found;
    });
}
