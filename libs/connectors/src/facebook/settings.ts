import { ChannelProfile, EDITED, MESSAGE, MOVED, NOTED, POSTS_REQUESTS, RECEIPT, type WireNeeds } from '#connector';

export class FacebookSettings extends ChannelProfile {
  static override readonly needs: WireNeeds = {
    requests: {
      ...POSTS_REQUESTS,
      subscribed: ['fields?'],
      subscribe: [],
      'subscriptions?': ['objects?'],
      'token?': ['ends?'],
    },
    read: {
      message: MESSAGE,
      message_postback: MESSAGE,
      message_echo: MESSAGE,
      message_comment: MESSAGE,
      message_own: MESSAGE,
      message_post: MESSAGE,
      message_mention: MESSAGE,
      message_polled: MESSAGE,
      edited: EDITED,
      edited_comment: EDITED,
      edited_polled: EDITED,
      moved_comment: MOVED,
      moved_hide: MOVED,
      moved_unhide: MOVED,
      receipt_delivery: RECEIPT,
      receipt_read: RECEIPT,
      noted_reaction: NOTED,
      noted_standby: NOTED,
      noted_feed: NOTED,
      noted_policy: NOTED,
    },
  };
}
