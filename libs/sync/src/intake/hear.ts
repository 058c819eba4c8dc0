import type { ChannelEvent } from '#complaint';
import type { Db } from '#store';
import type { Hub } from '../hub.ts';
import { edited, moved, renamed } from './changes.ts';
import type { Source } from './event.ts';
import { heardOurs } from './ours.ts';
import { receipted } from './receipts.ts';
import { heardTheirs } from './theirs.ts';

/** `kept`: nothing follows from it. `wait`: what it speaks of is not known here yet. */
type Heard = 'ok' | 'duplicate' | 'kept' | 'wait';

/** Tries before what looks like another's is taken for a person's, and before what is spoken of is given up. */
const ECHO_PATIENCE = 4;
const PATIENCE = 8;

/** Takes in one thing that was told on a channel. Told again, it changes nothing. */
export async function hear(
  tx: Db,
  hub: Hub,
  where: Omit<Source, 'conversationId'>,
  event: ChannelEvent,
  attempts: number,
): Promise<Heard> {
  const heard = await hearNow(tx, hub, where, event, attempts);
  return heard === 'wait' && attempts >= PATIENCE ? 'kept' : heard;
}

async function hearNow(
  tx: Db,
  hub: Hub,
  where: Omit<Source, 'conversationId'>,
  event: ChannelEvent,
  attempts: number,
): Promise<Heard> {
  switch (event.type) {
    case 'message':
      if (event.byUs) return heardOurs(tx, hub, where, event, attempts >= ECHO_PATIENCE);
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
