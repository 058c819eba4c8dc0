import type { Watched } from '../contract.ts';
import type { WireClient } from '../wire/client.ts';
import type { ChannelProfile } from './profile.ts';

interface Sides {
  /** The fields that the account is subscribed to for our application; `null` where the application is not there. */
  account: readonly string[] | null;
  /** Object -> the fields that our application is subscribed to; `null` where that can't be asked. */
  application: Readonly<Record<string, readonly string[]>> | null;
  /** Subscribes the account again, with every field that it has to tell. */
  subscribe: () => Promise<unknown>;
  tokenEnds?: Date | null;
}

/**
 * Compares both subscriptions with what the profile wants: where either lacks a field the channel falls silent without
 * any error. The account's is mended at once; the application's is the operator's.
 */
export async function watched(
  { title, watch }: ChannelProfile,
  { account, application, subscribe, tokenEnds }: Sides,
  now: Date,
): Promise<Watched> {
  const faults: string[] = [];
  const mended: string[] = [];
  const lacking = account === null ? ['semua'] : watch.account.filter((field) => !account.includes(field));
  if (lacking.length > 0) {
    await subscribe();
    mended.push(`${title}: langganan akun dipasang lagi (${lacking.join(', ')})`);
  }
  for (const [object, fields] of Object.entries(application === null ? {} : watch.application)) {
    const have = application?.[object] ?? [];
    const missing = fields.filter((field) => !have.includes(field));
    if (missing.length > 0)
      faults.push(`${title}: aplikasi belum berlangganan ${object}: ${missing.join(', ')}; pasang di dasbor aplikasi`);
  }
  if (tokenEnds && tokenEnds.getTime() - now.getTime() < watch.tokenBeforeMs)
    faults.push(`${title}: token berakhir ${dayOf(tokenEnds)}; sambungkan akun lagi sebelum itu`);
  return { faults, mended };
}

/**
 * What the application is subscribed to, by object; `null` where the profile does not name the application.
 *
 * The request `subscriptions` answers `objects`, a list of `{ object, fields }`.
 */
export async function applicationFields(
  { account, webhook }: ChannelProfile,
  wire: WireClient,
): Promise<Record<string, string[]> | null> {
  if (!isNamed(account) || !wire.has('subscriptions')) return null;
  const { answer } = await wire.call('subscriptions', { secret: webhook.signature.secret });
  return Object.fromEntries(
    answer.list('objects').map((each) => {
      const { object, fields } = Object(each) as { object?: unknown; fields?: unknown };
      return [String(object), Array.isArray(fields) ? fields.map(String) : []];
    }),
  );
}

/**
 * When the token that we were given ends; `null` where it never does, where it renews itself, or where the profile does
 * not name the application, which alone may ask.
 *
 * The request `token` answers `ends` in seconds, 0 for never.
 */
export async function tokenEnd({ account, webhook }: ChannelProfile, wire: WireClient): Promise<Date | null> {
  if (!isNamed(account) || !wire.has('token')) return null;
  const { answer } = await wire.call('token', { secret: webhook.signature.secret });
  const seconds = Number(answer.get('ends') ?? 0);
  return seconds > 0 ? new Date(seconds * 1000) : null;
}

const dayOf = (at: Date): string => at.toLocaleDateString('id-ID', { dateStyle: 'long', timeZone: 'Asia/Jakarta' });

/** A profile's variable that may stay unset has to stand for something. */
const NOT_GIVEN = 'tidak-diisi';
const isNamed = ({ app }: ChannelProfile['account']): boolean => Boolean(app) && app !== NOT_GIVEN;
