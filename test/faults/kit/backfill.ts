import { setTimeout as sleep } from 'node:timers/promises';
import { HOME, PROVINCE, type Story, WORKS } from './diary.ts';
import { Stage } from './stage.ts';
import { eventually } from './wait.ts';

export interface BackfillFigures {
  /**
   * Milliseconds from what somebody said to where it was to be heard, shortest first: before the old cases appear, and
   * of each word that was said while some of them were still missing at home.
   */
  quietMs: number[];
  duringMs: number[];
  /** How long the old cases took. */
  drainedS: number;
}

const DAYS_AGO_MS = 2 * 86_400_000;
const AT_ONCE = 200;
const BEGUN = 20;

/**
 * So many cases that LaporGub made two days ago and that the hub never heard of appear in its list at once, while people
 * go on as usual: what LaporGub answers is to be heard at home, and what citizens add at home by SMARTDPU.
 */
export async function backfill(
  databaseUrl: string,
  cases: number,
  words: number,
  patienceMs: number,
): Promise<{ stage: Stage; figures: BackfillFigures }> {
  const clock = { behindMs: DAYS_AGO_MS };
  const now = () => new Date(Date.now() - clock.behindMs);
  const stage = await Stage.open({ databaseUrl, processes: 0, now });
  stage.province.faults.webhook.drop = { rate: 1 };
  for (let n = 0; n < cases; n += 1) {
    await stage.diary.handDown();
    if (n % AT_ONCE === 0) await sleep(0);
  }
  stage.province.faults.clear();
  clock.behindMs = 0;
  const { rowCount } = await stage.pool.query(
    `insert into instance (name, connector, polled_at) values ($1, $1, now() + interval '1 day')`,
    [PROVINCE],
  );
  if (rowCount !== 1) throw new Error('the hub knows LaporGub already');
  await stage.start();

  const live = await Live.begin(stage);
  const quietMs = await live.speak(words);
  const known = stage.home.aduan.size;
  const missing = () => known + cases - stage.home.aduan.size;
  const until = (holds: () => boolean, what: string) =>
    eventually(
      () => (holds() ? undefined : Promise.reject(new Error(`${what}: ${missing()} are missing`))),
      patienceMs,
    );
  const since = performance.now();
  await stage.sql(`update instance set polled_at = null where name = $1`, [PROVINCE]);
  await until(() => missing() <= cases - BEGUN, 'the backfill has not begun');
  const duringMs = await live.speak(words, () => missing() > 0);
  await until(() => missing() <= 0, 'the backfill does not end');
  const drainedS = Math.round((performance.now() - since) / 1000);
  return { stage, figures: { quietMs, duringMs, drainedS } };
}

export const share = (times: readonly number[], part: number): number => times[Math.floor(times.length * part)] ?? 0;

/** Two complaints of today that are spoken of. */
class Live {
  private constructor(
    private readonly stage: Stage,
    private readonly provincial: { story: Story; tiket: string },
    private readonly regional: { story: Story; id: string },
  ) {}

  static async begin(stage: Stage): Promise<Live> {
    const [one, two] = [await stage.diary.report('provinsi'), await stage.diary.report('kabupaten')];
    const tiket = await stage.caseOn(one, PROVINCE);
    const id = await stage.caseOn(two, WORKS);
    await stage.settled();
    return new Live(stage, { story: one, tiket }, { story: two, id });
  }

  async speak(words: number, goesOn = () => true): Promise<number[]> {
    const times: number[] = [];
    for (let n = 0; n < words && goesOn(); n += 1) times.push(await (n % 2 === 0 ? this.answered() : this.added()));
    return times.toSorted((a, b) => a - b);
  }

  private async answered(): Promise<number> {
    const { stage } = this;
    const { story, tiket } = this.provincial;
    const since = performance.now();
    const mark = await stage.diary.say(story, PROVINCE, tiket);
    const heard = () => stage.home.aduan.get(story.caseId)?.aduan.tanggapan.some(({ isi }) => isi.includes(mark));
    return timeUntil(since, heard);
  }

  private async added(): Promise<number> {
    const { stage } = this;
    const { story, id } = this.regional;
    const since = performance.now();
    const mark = await stage.diary.say(story, HOME, story.caseId, 'follow_up');
    return timeUntil(since, () =>
      stage.works.feed.some((change) => String(change.laporan_id) === id && change.isi?.includes(mark)),
    );
  }
}

const GIVE_UP_MS = 120_000;

async function timeUntil(since: number, holds: () => boolean | undefined): Promise<number> {
  while (!holds()) {
    if (performance.now() - since > GIVE_UP_MS) throw new Error('a live word was never heard');
    await sleep(10);
  }
  return performance.now() - since;
}
