import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlatformSimulator, SentWebhook } from '#connector/testing';
import { createDatabase, type TestDatabase } from '../setup/database.ts';
import { migrated } from '../setup/migrated.ts';
import { check } from './kit/checker/check.ts';
import { type FindingKind, inWords, withTrails } from './kit/checker/findings.ts';
import { collect, type History } from './kit/checker/history.ts';
import { HOME, PROVINCE, type Story, WITH_PHOTO, WORKS } from './kit/diary.ts';
import { Stage } from './kit/stage.ts';

let database: TestDatabase;
let stage: Stage;
let clean: History;
beforeAll(async () => {
  database = await createDatabase(migrated);
  stage = await Stage.open({ databaseUrl: database.url });
  const { diary } = stage;
  const provincial = await diary.report('provinsi');
  const regional = await diary.report('kabupaten', WITH_PHOTO);
  const handedDown = await diary.handDown();
  const there = await stage.caseOn(provincial, PROVINCE);
  for (const kind of ['reply', 'note', 'reply'] as const) await diary.say(provincial, PROVINCE, there, kind);
  await diary.say(provincial, HOME, provincial.caseId, 'follow_up');
  await diary.move(provincial, PROVINCE, there, 'Progress');
  await diary.say(regional, WORKS, await stage.caseOn(regional, WORKS));
  await diary.say(handedDown, HOME, await stage.caseOn(handedDown, HOME));
  const own = await diary.report('rumah');
  await diary.say(own, HOME, own.caseId, 'follow_up');
  await diary.move(own, HOME, own.caseId, 'diproses');
  const refused = await diary.report('kabupaten');
  const given = await stage.caseOn(refused, WORKS);
  await stage.settled();
  await diary.giveBack(refused, WORKS, given);
  // What a feed tells is on nobody's way before it was polled.
  await stage.judge({ patienceMs: 40_000 });
  clean = await collect(diary.told, stage.simulators, stage.pool);
}, 120_000);
afterAll(async () => {
  await stage?.close();
  await database?.drop();
});

/** The story of the complaint that LaporGub handles, in a copy that may be spoilt. */
const copied = () => {
  const history = structuredClone(clean);
  const [opened] = history.told;
  const replies = history.told.filter(({ kind, platform }) => kind === 'reply' && platform === PROVINCE);
  const at = (platform: typeof HOME | typeof PROVINCE) => {
    const found = history.platforms[platform].cases.find(({ lines }) => lines[0]?.includes(opened?.story.mark ?? '-'));
    if (!found) throw new Error(`no case on ${platform}`);
    return found;
  };
  const marks = replies.map((each) => ('mark' in each ? each.mark : ''));
  return { history, home: at(HOME), province: at(PROVINCE), marks };
};
/** What stays at home with all that is said of it, the report with a photo, and what its handler gave back. */
const others = () => {
  const { history } = copied();
  const find = (is: (story: Story) => boolean): Story => {
    const story = history.told.map((each) => each.story).find(is);
    if (!story) throw new Error('no such story');
    return story;
  };
  const own = find(({ lives }) => lives.length === 1);
  const withPhoto = find(({ photos }) => photos === 1);
  const refused = history.told.find(({ kind }) => kind === 'returned')?.story;
  const said = history.told.find((each) => each.kind === 'follow_up' && each.story === own);
  const word = history.hub.events.find(({ text }) => said && 'mark' in said && text?.includes(said.mark));
  const complaint = history.hub.complaints.find(({ text }) => text.includes(own.mark));
  const report = history.platforms[WORKS].cases.find(({ lines }) => lines[0]?.includes(withPhoto.mark));
  const home = history.platforms[HOME].cases.find(({ id }) => id === refused?.caseId);
  if (!word || !complaint || !report || !home) throw new Error('the history lacks what is to be spoilt');
  return { history, word, complaint, report, home };
};
/** When an attempt to send began, and when it ended. */
type Attempt = [began: number, ended: number];
/** LaporGub as the checker looks at it, had its sender fared like this. */
const sending = (webhooksSent: SentWebhook[]): PlatformSimulator => {
  const seen = { writes: stage.province.writes, cases: () => stage.province.cases(), webhooksSent };
  return seen as unknown as PlatformSimulator;
};
const changePlaces = (lines: string[], marks: string[]): void => {
  const [one = 0, two = 0] = marks.map((mark) => lines.findIndex((line) => line.includes(mark)));
  [lines[one], lines[two]] = [lines[two] ?? '', lines[one] ?? ''];
};
const kinds = (history: History): string[] => [...new Set(check(history).map(({ kind }) => kind))];

test('a history in which all went well has no finding', () => {
  expect(inWords(check(clean))).toBe('');
  expect(clean.told.length).toBe(15);
});

describe('a planted fault is found', () => {
  test('lost: a reply that one side never heard', () => {
    const { history, home, marks } = copied();
    home.lines = home.lines.filter((line) => !line.includes(marks[0] ?? '-'));
    expect(kinds(history)).toEqual(['lost']);
  });

  test('lost: a webhook that was acknowledged and is not kept', () => {
    const { history } = copied();
    const [sent] = history.sent;
    history.hub.inbox = history.hub.inbox.filter(({ deliveryId }) => deliveryId !== sent?.deliveryId);
    expect(kinds(history)).toEqual(['lost']);
  });

  test('lost: a complaint that never reached its handler', () => {
    const { history, province } = copied();
    history.platforms[PROVINCE].cases = history.platforms[PROVINCE].cases.filter((each) => each !== province);
    expect(kinds(history)).toContain('lost');
  });

  test('lost: a word at home that nobody else is told and the hub did not hear, a photo that did not arrive', () => {
    const unheard = others();
    unheard.history.hub.events = unheard.history.hub.events.filter((each) => each !== unheard.word);
    expect(kinds(unheard.history)).toEqual(['lost']);
    const photo = others();
    photo.report.lines[0] = photo.report.lines[0]?.replace('(1 foto)', '(0 foto)') ?? '';
    expect(kinds(photo.history)).toEqual(['lost']);
  });

  test('phantom: a case, a word and a write that nobody asked for', () => {
    const word = copied();
    word.home.lines.push('Tanggapan m999999');
    expect(kinds(word.history)).toEqual(['phantom']);
    const internal = copied();
    const note = internal.history.told.find(({ kind }) => kind === 'note');
    internal.home.lines.push(`Tanggapan ${note && 'mark' in note ? note.mark : ''}`);
    expect(kinds(internal.history)).toContain('phantom');
    const unknown = copied();
    unknown.history.platforms[PROVINCE].cases.push({ id: 'LG', title: '', status: '', lines: ['tanpa tanda'] });
    expect(kinds(unknown.history)).toEqual(['phantom']);
    const write = copied();
    write.history.platforms[HOME].writes.push({ at: '', kind: 'tanggapan', caseId: write.home.id, key: 'bukan-kita' });
    expect(kinds(write.history)).toEqual(['phantom']);
  });

  test('doubled: a reply that stands there twice, a case made twice, a write committed twice', () => {
    const reply = copied();
    reply.home.lines.push(reply.home.lines.find((line) => line.includes(reply.marks[1] ?? '-')) ?? '');
    expect(kinds(reply.history)).toEqual(['doubled']);
    const twice = copied();
    twice.history.platforms[PROVINCE].cases.push({ ...twice.province, id: 'LGWP00000000' });
    expect(kinds(twice.history)).toEqual(['doubled']);
    const write = copied();
    const { writes } = write.history.platforms[HOME];
    writes.push(...writes.filter(({ key }) => key !== null).slice(0, 1));
    expect(kinds(write.history)).toEqual(['doubled']);
    const heard = others();
    heard.history.hub.events.push(heard.word);
    expect(kinds(heard.history)).toEqual(['doubled']);
    const photo = others();
    photo.report.lines[0] = photo.report.lines[0]?.replace('(1 foto)', '(2 foto)') ?? '';
    expect(kinds(photo.history)).toEqual(['doubled']);
    const status = copied();
    status.home.lines.push(status.home.lines.find((line) => line.includes('Status diproses (laporgub)')) ?? '');
    expect(kinds(status.history)).toEqual(['doubled']);
  });

  test('phantom: a word that the hub put into another complaint', () => {
    const { history, word } = others();
    word.complaintId = history.hub.complaints.find(({ id }) => id !== word.complaintId)?.id ?? '';
    expect(kinds(history)).toEqual(['phantom']);
  });

  test('out of order: two replies that changed places', () => {
    const { history, home, marks } = copied();
    changePlaces(home.lines, marks);
    expect(kinds(history)).toEqual(['out_of_order']);
  });

  test.each<[string, first: Attempt, second: Attempt, FindingKind[]]>([
    ['begun after the other’s end and applied before it: out of order', [1, 2], [3, 4], ['out_of_order']],
    ['begun beside the other, which ended first: there was no order to keep', [1, 3], [2, 4], []],
    ['begun beside the other and acknowledged before it: there was no order to keep', [1, 4], [2, 3], []],
  ])('a webhook that was %s', async (_name, first, second, expected) => {
    const { home, marks } = copied();
    const { webhooksSent } = stage.province;
    const sent = [first, second].map(([began, ended], n): SentWebhook => {
      const found = webhooksSent.find(({ payload }) => JSON.stringify(payload).includes(marks[n] ?? '-'));
      if (!found) throw new Error('the reply was never told');
      return { ...found, status: 202, began, ended };
    });
    // As a sender lists them: by their ends.
    const province = sending(sent.toSorted((one, other) => one.ended - other.ended));
    const { heard } = await collect(clean.told, { ...stage.simulators, [PROVINCE]: province }, stage.pool);
    const history = { ...copied().history, heard };
    expect(kinds(history)).toEqual([]);
    const there = history.platforms[HOME].cases.find(({ id }) => id === home.id);
    changePlaces(there?.lines ?? [], marks);
    expect(kinds(history)).toEqual(expected);
  });

  test('echoed: our own write that came home, or was taken for news', () => {
    const home = copied();
    home.province.lines.push(`tanggapan Pemkab: Kabar ${home.marks[0]}`);
    expect(kinds(home.history)).toEqual(['echoed']);
    const news = copied();
    const [first] = news.history.hub.events;
    news.history.hub.events.push({
      instance: HOME,
      type: 'replied',
      effect: 'kept',
      text: `Kabar ${news.marks[0]}`,
      complaintId: first?.complaintId ?? '',
    });
    expect(kinds(news.history)).toEqual(['echoed']);
    const complaint = copied();
    complaint.home.lines.push(`Tanggapan: ${complaint.history.told[0]?.story.mark}`);
    expect(kinds(complaint.history)).toEqual(['echoed']);
  });

  test('not converged: another status, a delivery that waits for ever', () => {
    const status = copied();
    status.home.status = 'masuk';
    expect(kinds(status.history)).toEqual(['not_converged']);
    const waits = copied();
    const [delivery] = waits.history.hub.outbox;
    if (delivery) delivery.state = 'waiting';
    expect(kinds(waits.history)).toEqual(['not_converged']);
    const stays = others();
    stays.complaint.status = 'received';
    expect(kinds(stays.history)).toEqual(['not_converged']);
    const refused = others();
    refused.home.status = 'didisposisikan';
    expect(kinds(refused.history)).toEqual(['not_converged']);
  });
});

test('a finding tells its trail: trace ids and the audit of the complaint', async () => {
  const { history, home, marks } = copied();
  home.lines = home.lines.filter((line) => !line.includes(marks[0] ?? '-'));
  const [finding] = await withTrails(stage.pool, check(history));
  expect(finding?.trail.length).toBeGreaterThan(5);
  expect(finding?.trail.join('\n')).toMatch(/trace=[0-9a-f]+ ingest laporgub replied/);
  expect(finding?.trail.join('\n')).toContain('deliver laporgub opened ok');
});
