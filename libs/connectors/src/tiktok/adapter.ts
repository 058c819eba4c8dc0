import { Injectable } from '@nestjs/common';
import { type Adapter, type Connection, type Io, unitsOf, verifierOf } from '#connector';
import { TiktokClient } from './client.ts';
import { TiktokMapper } from './mapper.ts';
import { TiktokSettings } from './settings.ts';

@Injectable()
export class TiktokAdapter implements Adapter<TiktokSettings> {
  readonly name = 'tiktok';
  readonly settings = TiktokSettings;

  connect(settings: TiktokSettings, io: Io) {
    const api = new TiktokClient(settings, io);
    const mapper = new TiktokMapper(settings, io.now);
    return {
      expresses: [],
      verify: verifierOf(settings.webhook, io.now),
      split: (received) => unitsOf(settings, received),
      poll: (cursor) => api.poll(cursor),
      parse: (received) => mapper.parse(received),
      download: (url, maxBytes) => api.download(url, maxBytes),
      push: {
        // An echo carries no mark of ours: a lost direct message is a person's to look at.
        said: { send: (said) => api.say(said), settle: (said, to) => api.settle(said, to, 'ask') },
      },
      ping: () => api.ping(),
      watch: () => api.watch(),
    } satisfies Connection;
  }
}
