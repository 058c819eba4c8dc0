import { ChannelProfile, MESSAGE, MOVED, NOTED, POSTS_REQUESTS, RECEIPT, type WireNeeds } from '#connector';

export class TiktokSettings extends ChannelProfile {
  static override readonly needs: WireNeeds = {
    requests: { ...POSTS_REQUESTS, media: ['url'], subscribed: ['callback?'], subscribe: [] },
    read: {
      message: MESSAGE,
      message_unreadable: MESSAGE,
      message_echo: MESSAGE,
      message_comment: MESSAGE,
      message_own: MESSAGE,
      message_polled: MESSAGE,
      message_mention: MESSAGE,
      moved_delete: MOVED,
      moved_hide: MOVED,
      moved_show: MOVED,
      receipt: RECEIPT,
      noted_event: NOTED,
    },
  };
}
