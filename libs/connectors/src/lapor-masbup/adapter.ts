import { Injectable } from '@nestjs/common';
import { type Adapter, type Connection, type Io, verifierOf } from '#connector';
import { LaporMasbupClient } from './client.ts';
import { LaporMasbupMapper } from './mapper.ts';
import { LaporMasbupSettings } from './settings.ts';

@Injectable()
export class LaporMasbupAdapter implements Adapter<LaporMasbupSettings> {
  readonly name = 'lapor-masbup';
  readonly settings = LaporMasbupSettings;

  connect(settings: LaporMasbupSettings, io: Io): Connection {
    const mapper = new LaporMasbupMapper(settings);
    const api = new LaporMasbupClient(settings, mapper, io);
    return {
      expresses: settings.expresses,
      ...(settings.webhook && { verify: verifierOf(settings.webhook, io.now) }),
      poll: (cursor) => api.changesSince(cursor),
      parse: (received) => mapper.toEvents(received),
      fetch: (externalId) => api.complaint(externalId),
      list: (cursor) => api.everything(cursor),
      download: (url, maxBytes) => api.download(url, maxBytes),
      push: {
        opened: { settle: 'repeat', send: (outgoing) => api.create(mapper.toComplaint(outgoing)) },
        replied: {
          settle: 'repeat',
          send: (outgoing, { externalId }) => api.addReply('reply', externalId, mapper.toReply(outgoing)),
        },
        followed_up: {
          settle: 'repeat',
          send: (outgoing, { externalId }) => api.addReply('follow_up', externalId, mapper.toReply(outgoing)),
        },
        status_changed: {
          settle: 'repeat',
          send: (outgoing, { externalId }) => api.setStatus(externalId, mapper.toStatus(outgoing)),
        },
        returned: {
          settle: 'repeat',
          send: (outgoing, { externalId }) => api.setStatus(externalId, mapper.toReturn(outgoing)),
        },
        linked: {
          settle: 'repeat',
          send: (outgoing, { externalId }) => api.linkTo(externalId, mapper.toLink(outgoing)),
        },
      },
      ping: async () => {
        await api.listSince(io.now().toISOString(), 1);
        return `${settings.title} menjawab: token diterima dan daftar aduan terbaca`;
      },
    };
  }
}
