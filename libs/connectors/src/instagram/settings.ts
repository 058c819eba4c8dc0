import { ChannelProfile, EDITED, MESSAGE, MOVED, NOTED, POSTS_REQUESTS, RECEIPT, type WireNeeds } from '#connector';

export class InstagramSettings extends ChannelProfile {
  static override readonly needs: WireNeeds = {
    requests: { ...POSTS_REQUESTS, subscribed: ['fields?'], subscribe: [], 'subscriptions?': ['objects?'] },
    read: {
      message: MESSAGE,
      message_unreadable: MESSAGE,
      message_postback: MESSAGE,
      message_echo: MESSAGE,
      message_comment: MESSAGE,
      message_own: MESSAGE,
      message_polled: MESSAGE,
      edited: EDITED,
      edited_polled: EDITED,
      moved: MOVED,
      receipt: RECEIPT,
      noted_reaction: NOTED,
      noted_self: NOTED,
      noted_standby: NOTED,
      noted_test: NOTED,
      noted_mention: NOTED,
    },
  };
}
