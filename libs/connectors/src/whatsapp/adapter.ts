import { Injectable } from '@nestjs/common';
import { type Adapter, ChannelReader, type Connection, handshakeOf, type Io, unitsOf, verifierOf } from '#connector';
import { WhatsappClient } from './client.ts';
import { WhatsappSettings } from './settings.ts';

@Injectable()
export class WhatsappAdapter implements Adapter<WhatsappSettings> {
  readonly name = 'whatsapp';
  readonly settings = WhatsappSettings;

  connect(settings: WhatsappSettings, io: Io) {
    const { webhook } = settings;
    const api = new WhatsappClient(settings, io);
    const reader = new ChannelReader(settings, io.now);
    return {
      expresses: [],
      verify: verifierOf(webhook, io.now),
      handshake: webhook.handshake && handshakeOf(webhook.handshake),
      split: (received) => unitsOf(settings, received),
      parse: (received) => reader.parse(received),
      download: (url, maxBytes) => api.download(url, maxBytes),
      push: {
        // No idempotency and no look-up: the status hands our mark back.
        said: { send: (said) => api.say(said), settle: 'hear' },
      },
      ping: () => api.ping(),
      watch: () => api.watch(),
    } satisfies Connection;
  }
}
