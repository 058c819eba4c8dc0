import { Injectable } from '@nestjs/common';
import { type Adapter, type Connection, handshakeOf, type Io, unitsOf, verifierOf } from '#connector';
import { FacebookClient } from './client.ts';
import { FacebookMapper } from './mapper.ts';
import { FacebookSettings } from './settings.ts';

@Injectable()
export class FacebookAdapter implements Adapter<FacebookSettings> {
  readonly name = 'facebook';
  readonly settings = FacebookSettings;

  connect(settings: FacebookSettings, io: Io) {
    const { webhook } = settings;
    const api = new FacebookClient(settings, io);
    const mapper = new FacebookMapper(settings, io.now);
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
        // The echo of what was said in private hands our mark back.
        said: { send: (said) => api.say(said), settle: (said, to) => api.settle(said, to, 'hear') },
      },
      ping: () => api.ping(),
      watch: () => api.watch(),
    } satisfies Connection;
  }
}
