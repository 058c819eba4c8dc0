import { randomUUID } from 'node:crypto';
import type { ChannelEvent, Message } from '#complaint';
import type { ChannelProfile } from '../../channel/profile.ts';
import type { Connection, OutgoingSaid, RawRequest, Receipt, Unit } from '../../contract.ts';
import type { ChannelSimulator } from '../channel.ts';
import type { SimulatorOptions } from '../platform.ts';
import type { PlayedBy, ProfileOptions, Stage } from './stage.ts';

export interface ChannelOptions<T extends ChannelSimulator> extends ProfileOptions {
  simulator(options: SimulatorOptions): T;
  /** A person begins to speak with us alone. Without it the channel has comments only. */
  direct?: PlayedBy;
  /** A person comments in public. */
  comment?: PlayedBy;
  /** The account is no longer subscribed, as happens without a word. */
  unsubscribe?(simulator: T): void;
}

/** What each part of the suite works with. */
export interface ChannelSuite<T extends ChannelSimulator = ChannelSimulator> {
  options: ChannelOptions<T>;
  settings: ChannelProfile;
  can: Connection;
  load: (env: Record<string, string>, more?: string) => ChannelProfile;
  stage: (changed?: { env?: Record<string, string>; timeout?: string }) => Promise<Stage<T>>;
  check: (can: unknown, name: string, work: () => Promise<void>) => void;
}

export const LINK = 'https://aduan.test/lacak/rekaan-0001';
const TEXT = 'Aduan rekaan Anda terdaftar dengan nomor SA-2026-900001.';

/** An answer to what a person said. */
export function answerTo(message: Message, given: Partial<OutgoingSaid> = {}): OutgoingSaid {
  return {
    kind: 'said',
    deliveryId: randomUUID(),
    at: new Date().toISOString(),
    conversation: message.conversation,
    person: message.person,
    lastInboundAt: message.conversation.kind === 'direct' ? message.at : null,
    answers: { id: message.id, at: message.at },
    visibility: message.conversation.kind === 'direct' ? 'private' : 'public',
    text: `${TEXT}\n${LINK}`,
    link: LINK,
    buttons: [],
    attachments: [],
    notice: { kind: 'registered', number: 'SA-2026-900001', status: 'Diterima', detail: 'Aduan diterima' },
    byHand: false,
    outsideWindow: false,
    ...given,
  };
}

/** What the engine makes of webhooks: each unit once, by its key, in the order in which they were told. */
export async function takeApart(connection: Connection, requests: readonly RawRequest[]): Promise<Map<string, Unit>> {
  const units = new Map<string, Unit>();
  for (const { headers, body } of requests) {
    for (const unit of (await connection.split?.({ kind: 'webhook', headers, body })) ?? []) {
      if (!units.has(unit.key)) units.set(unit.key, unit);
    }
  }
  return units;
}

export async function readUnits(connection: Connection, units: Iterable<Unit>): Promise<ChannelEvent[]> {
  const told: ChannelEvent[] = [];
  for (const { payload } of units) {
    const { said = [] } = await connection.parse({ kind: 'unit', headers: {}, body: bytesOf(payload) });
    told.push(...said);
  }
  return told;
}

export const bytesOf = (payload: unknown): Buffer => Buffer.from(JSON.stringify(payload));

/** Everything that the webhooks have told so far, once those that are under way have arrived. */
export async function heard({ connection, webhooks, simulator }: Stage): Promise<ChannelEvent[]> {
  for (let waited = 0; simulator.webhooksPending() > 0 && waited < 200; waited++) await pause(20);
  return readUnits(connection, (await takeApart(connection, webhooks)).values());
}

/** Waits for something to be told; a receipt or an echo comes a moment later. */
export async function until(stage: Stage, found: (event: ChannelEvent) => boolean): Promise<ChannelEvent> {
  for (let waited = 0; waited < 200; waited++) {
    const event = (await heard(stage)).find(found);
    if (event) return event;
    await pause(20);
  }
  throw new Error('It was never told');
}

/** Waits for so many webhooks; a repetition comes after what it repeats. */
export async function arrivals({ webhooks }: Stage, count: number): Promise<void> {
  for (let waited = 0; webhooks.length < count && waited < 200; waited++) await pause(20);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A person speaks, and what the channel told of it. */
export async function spoken(stage: Stage, { play, input }: PlayedBy): Promise<{ caseId: string; message: Message }> {
  const caseId = await stage.simulator.play(play, null, input);
  const message = await until(stage, (event) => event.type === 'message' && event.byUs === undefined);
  if (message.type !== 'message') throw new Error('No message');
  return { caseId, message };
}

export function say(stage: Stage, said: OutgoingSaid): Promise<Receipt> {
  if (!stage.connection.push.said) throw new Error('No said');
  return stage.connection.push.said.send(said, {
    externalId: said.conversation.id,
    label: null,
    since: null,
    isKnown: () => false,
  });
}
