import { Injectable } from '@nestjs/common';
import type { Adapter, Connection, Io, OutgoingFollowedUp, OutgoingReplied, Push } from '#connector';
import { SmartdpuClient } from './client.ts';
import { SmartdpuMapper } from './mapper.ts';
import { SmartdpuSettings } from './settings.ts';

@Injectable()
export class SmartdpuAdapter implements Adapter<SmartdpuSettings> {
  readonly name = 'smartdpu';
  readonly settings = SmartdpuSettings;

  connect(settings: SmartdpuSettings, io: Io) {
    const mapper = new SmartdpuMapper(settings);
    const api = new SmartdpuClient(settings, mapper, io);
    const comment = {
      send: (outgoing, to) => api.addComment(to.externalId, mapper.toComment(outgoing), outgoing.attachments),
      settle: (outgoing, to) => api.findComment(mapper.toComment(outgoing), to),
    } satisfies Push<OutgoingReplied | OutgoingFollowedUp>;
    return {
      expresses: settings.expresses,
      poll: (cursor) => api.changesAfter(cursor),
      parse: (received) => mapper.toEvents(received),
      fetch: (externalId) => api.report(externalId),
      list: (cursor) => api.everything(cursor),
      download: (url, maxBytes) => api.download(url, maxBytes),
      push: {
        opened: {
          send: (outgoing) => api.createReport(mapper.toReport(outgoing), outgoing.attachments),
          settle: ({ reference }) => api.findReport(reference),
        },
        replied: comment,
        followed_up: comment,
      },
      ping: async () => {
        await api.changes(0, 1);
        return `${settings.title} menjawab: kunci diterima dan umpan perubahan terbaca`;
      },
    } satisfies Connection;
  }
}
