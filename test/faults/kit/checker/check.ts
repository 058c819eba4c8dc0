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

/** Where a complaint stands: at the hub, and as each platform that is told shows it and has it written by us. */
interface Standing {
  hub: string;
  shown: Partial<Record<PlatformName, string>>;
  written: Partial<Record<PlatformName, string>>;
}

const TAKEN_UP: Standing = {
  hub: 'in_progress',
  shown: { [HOME]: 'diproses', [PROVINCE]: 'Progress' },
  written: { [HOME]: 'Status diproses', [PROVINCE]: 'Status aduan: Diproses' },
};
const ENDED: Standing = {
  hub: 'resolved',
  shown: { [HOME]: 'selesai', [PROVINCE]: 'Selesai' },
  written: { [HOME]: 'Status selesai', [PROVINCE]: 'Status aduan: Selesai' },
};
const GIVEN_BACK: Standing = {
  hub: 'verifying',
  shown: { [HOME]: 'dikembalikan' },
  written: { [HOME]: 'Status dikembalikan' },
};
/** What the handler says. */
const MEANT: Record<string, Standing> = {
  diproses: TAKEN_UP,
  selesai: ENDED,
  Progress: TAKEN_UP,
  Survei: TAKEN_UP,
  Terjadwal: TAKEN_UP,
  Dikerjakan: TAKEN_UP,
  Selesai: ENDED,
};

interface Place {
  id: string;
  status: string;
  lines: string[];
  /** Of its history, in order. */
  marks: string[];
  /** Files of the complaint itself. */
  files: number;
}

class Checker {
  private readonly findings: Finding[] = [];
  private readonly stories: Map<string, Story>;
  private readonly statements: Map<string, Statement>;
  /** By story and platform: the cases there. */
  private readonly places = new Map<string, Place[]>();
  private readonly complaints: Map<string, string>;
  /** By mark: the complaints of the hub. */
  private readonly kept: Map<string, History['hub']['complaints']>;
  private readonly returned: Set<Story>;

  constructor(private readonly history: History) {
    const { told, hub } = history;
    this.stories = new Map(told.flatMap((each) => (each.kind === 'opened' ? [[each.mark, each.story]] : [])));
    this.statements = new Map(told.flatMap((each) => (isStatement(each) ? [[each.mark, each]] : [])));
    this.complaints = new Map(hub.links.map((link) => [`${link.instance} ${link.externalId}`, link.complaintId]));
    this.kept = Map.groupBy(hub.complaints, ({ text }) => text.match(MARK)?.[0] ?? '');
    this.returned = new Set(told.flatMap((each) => (each.kind === 'returned' ? [each.story] : [])));
  }

  all(parked: boolean): Finding[] {
    this.acknowledged();
    this.cases();
    for (const story of this.stories.values()) this.lives(story);
    this.complaintsOnce();
    const byStory = Map.groupBy(this.statements.values(), ({ story }) => story);
    for (const [story, said] of byStory) this.heard(story, said);
    this.words();
    this.files();
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
        const files = Number(lines[0]?.match(/\((\d+) (?:lampiran|foto)\)/)?.[1] ?? 0);
        this.places.set(place, [...(this.places.get(place) ?? []), { id, status, lines, marks, files }]);
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
    for (const [mark, rows] of this.kept) {
      const story = this.stories.get(mark);
      const numbers = rows.map(({ number }) => number).join(', ');
      if (!story) this.found('phantom', `the hub has ${numbers} that nobody opened`, undefined, rows[0]?.id ?? null);
      else if (rows.length > 1) this.found('doubled', `the hub has ${mark} as ${numbers}`, story);
    }
    for (const story of this.stories.values()) {
      if (!this.kept.has(story.mark))
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
        if (isExpected && count === 0 && !this.isLeft(story, platform, from)) {
          this.found('lost', `${where} is not there`, story);
        }
        if (!isExpected && count > 0) this.found('phantom', `${where} must not be there`, story);
        if (isExpected && count > 1)
          this.found(from === platform ? 'echoed' : 'doubled', `${where}: ${count} times`, story);
      }
      this.ordered(story, said, place, platform);
    }
  }

  /** Who gave the case back needs not be told any more what others say of it. */
  private isLeft = (story: Story, platform: PlatformName, from: PlatformName | null = null): boolean =>
    this.returned.has(story) && platform === story.handler && from !== platform;

  /** What the citizen's page shows is what the hub itself heard: each word once, and of its own complaint. */
  private words(): void {
    const heard = new Map<string, string[]>();
    for (const { instance, effect, text, complaintId } of this.history.hub.events) {
      if (effect === 'echo' || text === null) continue;
      for (const mark of new Set(text.match(MARK) ?? [])) {
        const key = `${instance} ${mark}`;
        heard.set(key, [...(heard.get(key) ?? []), complaintId]);
      }
    }
    for (const { mark, kind, platform, story } of this.statements.values()) {
      const where = `${kind} ${mark} of ${platform} at the hub`;
      const rows = heard.get(`${platform} ${mark}`) ?? [];
      const ours = this.kept.get(story.mark)?.map(({ id }) => id) ?? rows;
      if (rows.length === 0) this.found('lost', `${where} was not heard`, story);
      if (rows.length > 1) this.found('doubled', `${where}: ${rows.length} times`, story);
      if (rows.some((id) => !ours.includes(id))) this.found('phantom', `${where} stands in another complaint`, story);
    }
  }

  /** A photo that could be had stands in each other case once; of one that could not, the hub says so. */
  private files(): void {
    const byComplaint = Map.groupBy(this.history.hub.files, ({ complaintId }) => complaintId);
    for (const story of this.stories.values()) {
      const known = this.kept.get(story.mark)?.flatMap(({ id }) => byComplaint.get(id) ?? []);
      if (!known) continue;
      const compare = (where: string, count: number, wanted: number, isLeft = false): void => {
        if (count === wanted || (isLeft && count < wanted)) return;
        const what = `photos of ${story.mark} ${where}: ${count}, not ${wanted}`;
        this.found(count < wanted ? 'lost' : 'doubled', what, story);
      };
      compare('at the hub', known.length, story.photos);
      const stored = known.filter(({ state }) => state === 'stored').length;
      for (const platform of story.lives) {
        const [place] = platform === story.origin ? [] : this.at(story, platform);
        if (place) compare(`at ${place.id} on ${platform}`, place.files, stored, this.isLeft(story, platform));
      }
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
          const own = this.stories.get(mark);
          if (each === mark) {
            const kind = platform === own?.origin ? 'echoed' : 'doubled';
            this.found(kind, `the complaint ${mark} once more within ${id} on ${platform}`, own);
          } else if (story?.mark !== mark) {
            this.found('phantom', `${each} at ${id} on ${platform} does not belong there`, own);
          }
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

  /** The last that the handler showed stands everywhere in the end, and nobody was told it oftener than it was shown. */
  private statuses(): void {
    const moves = this.history.told.filter((each) => each.kind === 'status');
    const byStory = Map.groupBy(moves, (each) => each.story);
    for (const story of this.stories.values()) {
      const mine = (byStory.get(story) ?? []).filter(({ platform }) => platform === story.handler);
      const shown = mine.map(({ status }) => MEANT[status]);
      if (this.returned.has(story)) shown.push(GIVEN_BACK);
      const last = shown.at(-1);
      if (!last) continue;
      this.standsAtHub(story, last);
      for (const other of ([HOME, PROVINCE] as const).filter((name) => name !== story.handler)) {
        const [place] = this.at(story, other);
        if (!place) continue;
        const wanted = last.shown[other];
        if (wanted !== undefined && place.status !== wanted) {
          const what = `${story.handler} is at ${last.hub}, ${place.id} on ${other} at ${place.status}`;
          this.found('not_converged', what, story);
        }
        for (const each of new Set(shown)) this.toldOnce(story, place, each?.written[other], countIn(shown, each));
      }
    }
  }

  private standsAtHub(story: Story, { hub }: Standing): void {
    const handler = this.returned.has(story) ? HOME : story.handler;
    for (const { number, status, handler: by } of this.kept.get(story.mark) ?? []) {
      if (status === hub && by === handler) continue;
      const what = `${story.mark} is ${hub} at ${handler}, at the hub ${number} is ${status} at ${by}`;
      this.found('not_converged', what, story);
    }
  }

  /** Officers of the platform itself may write the same. */
  private toldOnce(story: Story, { id, lines }: Place, written: string | undefined, times: number): void {
    if (written === undefined) return;
    const isOurs = (line: string): boolean => line.includes(written) && !line.includes('(Dinas Contoh)');
    const count = lines.filter(isOurs).length;
    if (count > times) this.found('doubled', `${id} was told ${count} times: ${written}`, story);
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

const SAID: ReadonlySet<string> = new Set<Said>(['reply', 'follow_up', 'note']);
const isStatement = (each: Told): each is Statement => SAID.has(each.kind);

function isHeardBy(kind: Said, from: PlatformName, platform: PlatformName, { handler }: Story): boolean {
  if (platform === from || kind === 'note') return false;
  return kind === 'reply' || platform === HOME || platform === handler;
}

const countIn = <T>(all: readonly T[], one: T): number => all.filter((each) => each === one).length;

const countOf = (marks: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return counts;
};
