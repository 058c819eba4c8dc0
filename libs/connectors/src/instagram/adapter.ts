import { Injectable } from '@nestjs/common';
import { type Adapter, type Connection, handshakeOf, type Io, unitsOf, verifierOf } from '#connector';
import { InstagramClient } from './client.ts';
import { InstagramMapper } from './mapper.ts';
import { InstagramSettings } from './settings.ts';

@Injectable()
export class InstagramAdapter implements Adapter<InstagramSettings> {
  readonly name = 'instagram';
  readonly settings = InstagramSettings;

  connect(settings: InstagramSettings, io: Io) {
    const { webhook } = settings;
    const api = new InstagramClient(settings, io);
    const mapper = new InstagramMapper(settings, io.now);
    return {
      expresses: [],
      verify: verifierOf(webhook, io.now),
      handshake: webhook.handshake && handshakeOf(webhook.handshake),
      split: (received) => unitsOf(settings, received),
      poll: (cursor) => api.poll(cursor),
      parse: (received) => mapper.parse(received),
      download: (url, maxBytes) => api.download(url, maxBytes),
      answersPrivately: api.answersPrivately,
      push: {
        // An echo carries no mark of ours: a lost answer in private is a person's to look at.
        said: { send: (said) => api.say(said), settle: (said, to) => api.settle(said, to, 'ask') },
      },
      ping: () => api.ping(),
      watch: () => api.watch(),
    } satisfies Connection;
  }
}
