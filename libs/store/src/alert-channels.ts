import { v7 as uuidv7 } from 'uuid';
import type { AlertKind } from './alerts.ts';
import { json } from './audit.ts';
import type { Db } from './db.ts';

export const CHANNEL_KINDS = ['webhook', 'email'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

export interface ChannelSettings {
  name: string;
  /** An address, or e-mail addresses with commas between them. */
  target: string;
  /** None: all of them. */
  kinds: AlertKind[];
  /** `HH:MM` in WIB, both or neither. */
  quiet_from: string | null;
  quiet_to: string | null;
  /** Urgent alerts are told in quiet times too. */
  urgent_passes: boolean;
  enabled: boolean;
}

export interface AlertChannel extends ChannelSettings {
  id: string;
  kind: ChannelKind;
  /** Sealed; a webhook's alone. */
  secret: Buffer | null;
  created_by: string;
  created_at: Date;
}

const COLUMNS = `id, kind, name, target, secret, kinds, quiet_from, quiet_to, urgent_passes, enabled, created_by, created_at`;

export async function alertChannels(db: Db): Promise<AlertChannel[]> {
  const { rows } = await db.query<AlertChannel>(`select ${COLUMNS} from alert_channel order by created_at, id`);
  return rows;
}

export async function alertChannel(db: Db, id: string): Promise<AlertChannel | undefined> {
  const { rows } = await db.query<AlertChannel>(`select ${COLUMNS} from alert_channel where id = $1`, [id]);
  return rows[0];
}

/** `secret` is sealed. */
export async function insertChannel(
  tx: Db,
  channel: ChannelSettings & { kind: ChannelKind },
  { secret, by }: { secret: Buffer | null; by: string },
): Promise<AlertChannel> {
  const { kind, name, target, kinds, quiet_from: from, quiet_to: to, urgent_passes: urgent, enabled } = channel;
  const { rows } = await tx.query<AlertChannel>(
    `insert into alert_channel (id, kind, name, target, secret, kinds, quiet_from, quiet_to, urgent_passes, enabled, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning ${COLUMNS}`,
    [uuidv7(), kind, name, target, secret, kinds, from, to, urgent, enabled, by],
  );
  return rows[0] ?? Promise.reject(new Error('Nothing was inserted'));
}

export async function changeChannel(tx: Db, id: string, settings: ChannelSettings): Promise<AlertChannel | undefined> {
  const { name, target, kinds, quiet_from: from, quiet_to: to, urgent_passes: urgent, enabled } = settings;
  const { rows } = await tx.query<AlertChannel>(
    `update alert_channel set name = $2, target = $3, kinds = $4, quiet_from = $5, quiet_to = $6, urgent_passes = $7,
       enabled = $8
     where id = $1 returning ${COLUMNS}`,
    [id, name, target, kinds, from, to, urgent, enabled],
  );
  return rows[0];
}

/** The name of the channel that is gone, with all that it held back. */
export async function removeChannel(tx: Db, id: string): Promise<string | undefined> {
  const { rows } = await tx.query<{ name: string }>('delete from alert_channel where id = $1 returning name', [id]);
  return rows[0]?.name;
}

export async function holdNotices(tx: Db, channelId: string, notices: object[]): Promise<void> {
  await tx.query(
    `insert into alert_held (channel_id, notice)
     select $1, notice from jsonb_array_elements($2) with ordinality as n(notice, place) order by place`,
    [channelId, json(notices)],
  );
}

/** What the channel held back, in the order in which it happened; it is held no longer. */
export async function takeHeld<Notice>(tx: Db, channelId: string): Promise<Notice[]> {
  const { rows } = await tx.query<{ notice: Notice }>(
    `with taken as (delete from alert_held where channel_id = $1 returning id, notice)
     select notice from taken order by id`,
    [channelId],
  );
  return rows.map(({ notice }) => notice);
}

/** False where there is no open alert of that id. Who acknowledged it first stays. */
export async function acknowledgeAlert(tx: Db, id: string, by: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update alert set acknowledged_at = coalesce(acknowledged_at, now()), acknowledged_by = coalesce(acknowledged_by, $2)
     where id = $1 and closed_at is null`,
    [id, by],
  );
  return rowCount === 1;
}
