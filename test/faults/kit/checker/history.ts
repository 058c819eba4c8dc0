import type { CommittedWrite, PlatformSimulator, ShownCase } from '#connector/testing';
import type { Pool } from 'pg';
import { MARK, type PlatformName, type Told } from '../diary.ts';

/** Everything that is known of a run, from all three sides: the senders, the platforms and the hub's own tables. */
export interface History {
  told: Told[];
  /** Each webhook once: whether any of its attempts got a 2xx. */
  sent: { platform: PlatformName; deliveryId: string; acknowledged: boolean }[];
  /** When a platform first began to send a mark, and when it was first taken; by platform and mark: others echo it. */
  heard: Map<string, { first: number; taken: number | null }>;
  platforms: Record<PlatformName, { cases: ShownCase[]; writes: CommittedWrite[] }>;
  hub: {
    inbox: { id: string; instance: string; deliveryId: string; state: string; reason: string | null }[];
    events: { instance: string; type: string; effect: string; text: string | null; complaintId: string }[];
    outbox: { id: string; instance: string; kind: string; state: string; reason: string | null; complaintId: string }[];
    links: { instance: string; externalId: string | null; reference: string | null; complaintId: string }[];
    complaints: { id: string; number: string; text: string; status: string; handler: string }[];
    /** Those that came with a complaint's opening. */
    files: { complaintId: string; state: string }[];
  };
}

export async function collect(
  told: Told[],
  simulators: Record<PlatformName, PlatformSimulator>,
  pool: Pool,
): Promise<History> {
  const names = Object.keys(simulators) as PlatformName[];
  const rows = async <T extends object>(text: string): Promise<T[]> => (await pool.query<T>(text)).rows;
  return {
    told: [...told],
    sent: names.flatMap((platform) => sentBy(platform, simulators[platform])),
    heard: new Map(names.flatMap((platform) => [...heardFrom(platform, simulators[platform])])),
    platforms: Object.fromEntries(
      names.map((name) => [name, { cases: simulators[name].cases(), writes: [...simulators[name].writes] }]),
    ) as History['platforms'],
    hub: {
      inbox: await rows(`select id, instance, delivery_id as "deliveryId", state, reason from inbox order by id`),
      events: await rows(
        `select instance, type, effect, body ->> 'text' as text, complaint_id as "complaintId" from event order by id`,
      ),
      outbox: await rows(
        `select id, instance, kind, state, reason, complaint_id as "complaintId" from outbox order by seq`,
      ),
      links: await rows(
        `select instance, external_id as "externalId", reference, complaint_id as "complaintId" from link order by id`,
      ),
      complaints: await rows(`select id, number, text, status, handler from complaint order by number`),
      files: await rows(
        `select a.complaint_id as "complaintId", a.state from attachment a join event e on e.id = a.event_id
         where e.type = 'opened' order by a.id`,
      ),
    },
  };
}

function sentBy(platform: PlatformName, { webhooksSent }: PlatformSimulator): History['sent'] {
  const byId = new Map<string, boolean>();
  for (const { deliveryId, status } of webhooksSent) {
    const isTaken = status !== null && status >= 200 && status < 300;
    byId.set(deliveryId, isTaken || byId.get(deliveryId) === true);
  }
  return [...byId].map(([deliveryId, acknowledged]) => ({ platform, deliveryId, acknowledged }));
}

function heardFrom(platform: PlatformName, { webhooksSent }: PlatformSimulator): History['heard'] {
  const heard: History['heard'] = new Map();
  for (const { payload, status, began, ended } of webhooksSent) {
    const isTaken = status !== null && status >= 200 && status < 300;
    for (const mark of new Set(JSON.stringify(payload).match(MARK) ?? [])) {
      const key = `${platform} ${mark}`;
      const { first, taken } = heard.get(key) ?? { first: began, taken: null };
      heard.set(key, { first: Math.min(first, began), taken: taken ?? (isTaken ? ended : null) });
    }
  }
  return heard;
}
