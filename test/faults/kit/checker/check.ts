import { HOME, MARK, type PlatformName, PROVINCE, type Said, type Story, type Told, WORKS } from '../diary.ts';
import type { Finding, FindingKind } from './findings.ts';
import type { History } from './history.ts';

export interface Expected {
  /** Work that waits for a person is what the test wanted: not a fault. */
  parked?: boolean | undefined;
}

type Statement = Extract<Told, { kind: Said }>;

/** What is wrong with a history that should have ended well. Pure: it looks at the history alone. */
export function check(history: History, { parked = false }: Expected = {}): Finding[] {
  return new Checker(history).all(parked);
}

/** What the handler says, and how the other platform must show it in the end. */
const SHOWN_AT_HOME: Record<string, string> = {
  Progress: 'diproses',
  Survei: 'diproses',
  Terjadwal: 'diproses',
  Dikerjakan: 'diproses',
  Selesai: 'selesai',
};
const SHOWN_AT_PROVINCE: Record<string, string> = { diproses: 'Progress', selesai: 'Selesai' };

class Checker {
  private readonly findings: Finding[] = [];
  private readonly stories: Map<string, Story>;
  private readonly statements: Map<string, Statement>;
  /** By story and platform: the cases there, each with the marks of its history in order. */
  private readonly places = new Map<string, { id: string; status: string; marks: string[] }[]>();
  private readonly complaints: Map<string, string>;

  constructor(private readonly history: History) {
    const { told, hub } = history;
    this.stories = new Map(told.flatMap((each) => (each.kind === 'opened' ? [[each.mark, each.story]] : [])));
    this.statements = new Map(told.flatMap((each) => (isStatement(each) ? [[each.mark, each]] : [])));
    this.complaints = new Map(hub.links.map((link) => [`${link.instance} ${link.externalId}`, link.complaintId]));
  }

  all(parked: boolean): Finding[] {
    this.acknowledged();
    this.cases();
    for (const story of this.stories.values()) this.lives(story);
    this.complaintsOnce();
    const byStory = Map.groupBy(this.statements.values(), ({ story }) => story);
    for (const [story, said] of byStory) this.heard(story, said);
    this.strangers();
    this.echoes();
    this.writes();
    this.statuses();
    this.rest(parked);
    return this.findings;
  }

  private found(kind: FindingKind, what: string, story?: Story, complaintId: string | null = null): void {
    const known = story ? (this.complaints.get(`${story.origin} ${story.caseId}`) ?? null) : complaintId;
    this.findings.push({ kind, what, complaintId: known, trail: [] });
  }

  /** A 2xx is a promise. */
  private acknowledged(): void {
    const kept = new Set(this.history.hub.inbox.map(({ instance, deliveryId }) => `${instance} ${deliveryId}`));
    for (const { platform, deliveryId, acknowledged } of this.history.sent) {
      if (acknowledged && !kept.has(`${platform} ${deliveryId}`)) {
        this.found('lost', `webhook ${deliveryId} of ${platform} was acknowledged and is not kept`);
      }
    }
  }

  private cases(): void {
    for (const [platform, { cases }] of Object.entries(this.history.platforms)) {
      for (const { id, status, lines } of cases) {
        const [first] = lines[0]?.match(MARK) ?? [];
        if (first === undefined || !this.stories.has(first)) {
          this.found(
            'phantom',
            `case ${id} on ${platform} that nobody opened`,
            undefined,
            this.complaintOf(platform, id),
          );
          continue;
        }
        const place = `${first} ${platform}`;
        const marks = lines.slice(1).flatMap((line) => line.match(MARK) ?? []);
        this.places.set(place, [...(this.places.get(place) ?? []), { id, status, marks }]);
      }
    }
  }

  private lives(story: Story): void {
    for (const platform of [HOME, PROVINCE, WORKS] as const) {
      const ids = this.at(story, platform).map(({ id }) => id);
      const where = `the complaint ${story.mark} on ${platform}`;
      if (!story.lives.includes(platform) && ids.length > 0)
        this.found('phantom', `${where}: ${ids.join(', ')}`, story);
      else if (story.lives.includes(platform) && ids.length === 0) this.found('lost', `${where} has no case`, story);
      else if (ids.length > 1) {
        this.found(platform === story.origin ? 'echoed' : 'doubled', `${where}: cases ${ids.join(', ')}`, story);
      }
    }
  }

  private complaintsOnce(): void {
    const byMark = Map.groupBy(this.history.hub.complaints, ({ text }) => text.match(MARK)?.[0] ?? '');
    for (const [mark, rows] of byMark) {
      const story = this.stories.get(mark);
      const numbers = rows.map(({ number }) => number).join(', ');
      if (!story) this.found('phantom', `the hub has ${numbers} that nobody opened`, undefined, rows[0]?.id ?? null);
      else if (rows.length > 1) this.found('doubled', `the hub has ${mark} as ${numbers}`, story);
    }
    for (const story of this.stories.values()) {
      if (!byMark.has(story.mark))
        this.found('lost', `the hub has no complaint ${story.mark}, ${story.caseId} of ${story.origin}`, story);
    }
  }

  private heard(story: Story, said: Statement[]): void {
    for (const platform of story.lives) {
      const [place] = this.at(story, platform);
      if (!place) continue;
      const counts = countOf(place.marks);
      for (const { mark, kind, platform: from } of said) {
        const count = counts.get(mark) ?? 0;
        const where = `${kind} ${mark} of ${from} at ${place.id} on ${platform}`;
        const isExpected = from === platform || isHeardBy(kind, from, platform, story);
        if (isExpected && count === 0) this.found('lost', `${where} is not there`, story);
        if (!isExpected && count > 0) this.found('phantom', `${where} must not be there`, story);
        if (isExpected && count > 1)
          this.found(from === platform ? 'echoed' : 'doubled', `${where}: ${count} times`, story);
      }
      this.ordered(story, said, place, platform);
    }
  }

  /** What was taken from a platform before it told the next thing must be heard before it. */
  private ordered(story: Story, said: Statement[], place: { id: string; marks: string[] }, platform: string): void {
    const inPlace = [...new Set(place.marks)];
    for (const [from, mine] of Map.groupBy(said, (each) => each.platform)) {
      const told = new Map(mine.map(({ mark }, at) => [mark, at]));
      const heard = inPlace.filter((mark) => told.has(mark));
      for (const [at, later] of heard.entries()) {
        const overtaken = heard
          .slice(at + 1)
          .find((mark) => (told.get(mark) ?? 0) < (told.get(later) ?? 0) && this.cameBefore(from, mark, later));
        if (overtaken === undefined) continue;
        this.found('out_of_order', `${later} before ${overtaken} of ${from} at ${place.id} on ${platform}`, story);
        return;
      }
    }
  }

  /** A sender whose webhook was refused sends the next one first: then there is no order to keep. */
  private cameBefore(platform: PlatformName, earlier: string, later: string): boolean {
    const [one, two] = [earlier, later].map((mark) => this.history.heard.get(`${platform} ${mark}`));
    if (!one && !two) return true;
    return one?.taken !== undefined && one.taken !== null && two !== undefined && one.taken < two.first;
  }

  /** A word that stands in a case of another complaint, or that nobody said. */
  private strangers(): void {
    for (const [key, places] of this.places) {
      const [mark = '', platform] = key.split(' ');
      for (const { id, marks } of places) {
        for (const each of new Set(marks)) {
          const { story } = this.statements.get(each) ?? {};
          if (each === mark || story?.mark === mark) continue;
          this.found('phantom', `${each} at ${id} on ${platform} does not belong there`, this.stories.get(mark));
        }
      }
    }
  }

  /** Our own write, taken for news. */
  private echoes(): void {
    for (const { instance, type, effect, text, complaintId } of this.history.hub.events) {
      if (effect === 'echo' || text === null) continue;
      for (const mark of new Set(text.match(MARK) ?? [])) {
        const from = this.statements.get(mark)?.platform ?? this.stories.get(mark)?.origin;
        if (from === undefined || from === instance) continue;
        this.found('echoed', `${type} ${mark} of ${from} was taken as news from ${instance}`, undefined, complaintId);
      }
    }
  }

  private writes(): void {
    const { outbox, links } = this.history.hub;
    const ours = new Set([...outbox.map(({ id }) => id), ...links.map(({ reference }) => reference)]);
    for (const [platform, { writes }] of Object.entries(this.history.platforms)) {
      const keyed = writes.filter(({ kind, key }) => key !== null && kind !== 'komentar' && kind !== 'lampiran');
      for (const [key, same] of Map.groupBy(keyed, (write) => `${write.kind} ${write.key}`)) {
        const [first] = same;
        const complaintId = this.complaintOf(platform, first?.caseId ?? '');
        if (same.length > 1)
          this.found('doubled', `${platform} committed ${key} ${same.length} times`, undefined, complaintId);
        if (!ours.has(first?.key ?? '')) {
          this.found('phantom', `${platform} committed ${key}, which the hub never sent`, undefined, complaintId);
        }
      }
    }
  }

  /** The last status that the handler showed stands everywhere in the end. */
  private statuses(): void {
    const moves = this.history.told.filter((each) => each.kind === 'status');
    for (const [story, all] of Map.groupBy(moves, (each) => each.story)) {
      const last = all.findLast(({ platform }) => platform === story.handler);
      if (!last) continue;
      const other = story.handler === HOME ? PROVINCE : HOME;
      const [place] = this.at(story, other);
      const wanted = (story.handler === HOME ? SHOWN_AT_PROVINCE : SHOWN_AT_HOME)[last.status];
      if (!place || wanted === undefined || place.status === wanted) continue;
      const what = `${story.handler} is at ${last.status}, ${place.id} on ${other} at ${place.status}`;
      this.found('not_converged', what, story);
    }
  }

  private rest(parked: boolean): void {
    const open = parked ? ['new', 'waiting', 'sending'] : ['new', 'waiting', 'sending', 'parked', 'uncertain'];
    for (const { id, instance, state, reason } of this.history.hub.inbox) {
      if (open.includes(state))
        this.found('not_converged', `message ${id} of ${instance} is ${state} (${reason ?? ''})`);
    }
    for (const { id, instance, kind, state, reason, complaintId } of this.history.hub.outbox) {
      if (!open.includes(state)) continue;
      this.found(
        'not_converged',
        `delivery ${id} ${kind} to ${instance} is ${state} (${reason ?? ''})`,
        undefined,
        complaintId,
      );
    }
  }

  private at = ({ mark }: Story, platform: PlatformName) => this.places.get(`${mark} ${platform}`) ?? [];
  private complaintOf = (platform: string, id: string) => this.complaints.get(`${platform} ${id}`) ?? null;
}

const isStatement = (each: Told): each is Statement => each.kind !== 'opened' && each.kind !== 'status';

function isHeardBy(kind: Said, from: PlatformName, platform: PlatformName, { handler }: Story): boolean {
  if (platform === from || kind === 'note') return false;
  return kind === 'reply' || platform === HOME || platform === handler;
}

const countOf = (marks: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return counts;
};
