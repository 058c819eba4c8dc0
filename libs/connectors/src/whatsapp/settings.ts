import { CHANGED, ChannelProfile, EDITED, MESSAGE, MOVED, NOTED, RECEIPT, type WireNeeds } from '#connector';

export class WhatsappSettings extends ChannelProfile {
  static override readonly needs: WireNeeds = {
    requests: {
      send_text: ['id'],
      send_buttons: ['id'],
      send_image: ['id'],
      send_template: ['id'],
      upload: ['id'],
      media: ['url'],
      templates: ['templates?'],
      subscribed: ['apps?'],
      subscribe: [],
      'subscriptions?': ['objects?'],
      'token?': ['ends?'],
    },
    read: {
      message: MESSAGE,
      message_unreadable: MESSAGE,
      'message_echo?': MESSAGE,
      edited: EDITED,
      moved: MOVED,
      changed: CHANGED,
      changed_hidden: CHANGED,
      changed_contact: CHANGED,
      changed_update: CHANGED,
      receipt: RECEIPT,
      noted_reaction: NOTED,
      noted_welcome: NOTED,
      noted_group: NOTED,
      noted_errors: NOTED,
      noted_template: NOTED,
      noted_account: NOTED,
      noted_preference: NOTED,
    },
  };
}
