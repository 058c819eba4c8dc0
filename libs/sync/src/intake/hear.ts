import type { ChannelEvent } from '#complaint';
import type { Db, Message } from '#store';
import type { Hub } from '../hub.ts';
import { edited, moved, renamed } from './changes.ts';
import type { Source } from './event.ts';
import { heardOurs } from './ours.ts';
import { receipted } from './receipts.ts';
import { heardTheirs } from './theirs.ts';

/** `kept`: nothing follows from it. `wait`: what it speaks of is not known here yet. */
type Heard = 'ok' | 'duplicate' | 'kept' | 'wait';

/**
 * Before what looks like another's is taken for a person's, and before what is spoken of is given up: so many tries, and
 * for longer than a request of ours may take and its worker's lease. Tries alone tell no time: each receipt wakes all
 * that waits.
 */
const PATIENCE = 8;
const PATIENCE_MS = 30_000;

/** Takes in one thing that was told on a channel. Told again, it changes nothing. */
export async function hear(
  tx: Db,
  hub: Hub,
  where: Omit<Source, 'conversationId'>,
  event: ChannelEvent,
  { attempts, receivedAt }: Pick<Message, 'attempts' | 'receivedAt'>,
): Promise<Heard> {
  const isLate = attempts >= PATIENCE && Date.now() - receivedAt.getTime() >= PATIENCE_MS;
  const heard = await hearNow(tx, hub, where, event, isLate);
  return heard === 'wait' && isLate ? 'kept' : heard;
}

async function hearNow(
  tx: Db,
  hub: Hub,
  where: Omit<Source, 'conversationId'>,
  event: ChannelEvent,
  isLate: boolean,
): Promise<Heard> {
  switch (event.type) {
    case 'message':
      if (event.byUs) return heardOurs(tx, hub, where, event, isLate);
      return (await heardTheirs(tx, hub, where, event)) ? 'ok' : 'duplicate';
    case 'message_edited':
      return edited(tx, hub, where, event);
    case 'message_moved':
      return moved(tx, hub, where, event);
    case 'receipt':
      return receipted(tx, hub, where, event);
    case 'person_changed':
      return renamed(tx, hub, where, event);
    case 'noted':
      if (event.alarming) hub.log.error({ instance: where.instance, reason: event.what }, 'channel.alarm');
      return 'kept';
  }
}
