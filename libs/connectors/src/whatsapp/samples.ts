import { readFileSync } from 'node:fs';
import { type ChannelEvent, loadProfile, type Message, type RawRequest } from '#connector';
import { readUnits, takeApart, testIo } from '#connector/testing';
import { WhatsappAdapter } from './adapter.ts';
import { WhatsappSettings } from './settings.ts';

const PROFILE = new URL('../../../../config/connectors/whatsapp.yaml', import.meta.url);

const env = (baseUrl: string): Record<string, string> => ({
  META_GRAPH_BASE_URL: baseUrl,
  META_APP_SECRET: 'simulator-app-secret',
  META_VERIFY_TOKEN: 'kata-simulator',
  META_APP_ID: '880000000000011',
  INSTAGRAM_APP_SECRET: 'rahasia-instagram',
  WHATSAPP_PHONE_NUMBER_ID: '105300000000022',
  WHATSAPP_WABA_ID: '104200000000011',
  WHATSAPP_ACCESS_TOKEN: 'token-simulator',
});

export function connect(baseUrl: string, now?: () => Date) {
  const settings = loadProfile(WhatsappSettings, readFileSync(PROFILE, 'utf8'), 'whatsapp.yaml', env(baseUrl));
  const test = testIo(now);
  return { ...test, settings, connection: new WhatsappAdapter().connect(settings, test.io) };
}

type Connected = ReturnType<typeof connect>;

export const toRequest = (body: unknown, headers: Record<string, string> = {}): RawRequest => ({
  headers,
  body: Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)),
});

export async function readAll({ connection }: Connected, requests: readonly RawRequest[]): Promise<ChannelEvent[]> {
  return readUnits(connection, (await takeApart(connection, requests)).values());
}

export const messageOf = (id: string, ids: string[], at: string, phone?: string): Message => ({
  type: 'message',
  id,
  at,
  conversation: { kind: 'direct', id: ids[0] ?? '' },
  person: { ids, phone },
  text: 'jln bolong',
  attachments: [],
});
