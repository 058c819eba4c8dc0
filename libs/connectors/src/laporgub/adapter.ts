import { Injectable } from '@nestjs/common';
import { type Adapter, type Connection, type Io, labelKey, type Target, verifierOf, type WireAnswer } from '#connector';
import { type CreatedCase, LaporgubClient } from './client.ts';
import { LaporgubMapper, replyEventId, statusEventId } from './mapper.ts';
import { LaporgubSettings } from './settings.ts';

@Injectable()
export class LaporgubAdapter implements Adapter<LaporgubSettings> {
  readonly name = 'laporgub';
  readonly settings = LaporgubSettings;

  connect(settings: LaporgubSettings, io: Io): Connection {
    const api = new LaporgubClient(settings, io);
    const mapper = new LaporgubMapper(settings);
    return {
      expresses: settings.expresses,
      ...(settings.webhook ? { verify: verifierOf(settings.webhook, io.now) } : {}),
      poll: (cursor) => api.changes(cursor),
      parse: (received) => mapper.toEvents(received),
      fetch: (externalId) => api.detail(externalId),
      list: (cursor) => api.everything(cursor),
      download: (url, maxBytes) => api.download(url, maxBytes),
      push: {
        opened: {
          send: async (outgoing) => created(await api.create(mapper.toAduan(outgoing))),
          settle: 'repeat',
        },
        replied: {
          send: async (outgoing, to) => added(await api.reply(mapper.toFollowUp(outgoing, to.externalId)), to),
          settle: 'repeat',
        },
        followed_up: {
          send: async (outgoing, to) => added(await api.followUp(mapper.toFollowUp(outgoing, to.externalId)), to),
          settle: 'repeat',
        },
        status_changed: {
          send: async (outgoing, to) => {
            const word = mapper.wordFor(outgoing);
            if (word === null) return { externalId: to.externalId, refused: [noWord(settings, outgoing.status)] };
            // Verifikasi stands for two of our steps, Selesai too: the second one is no news there.
            if (!outgoing.note && labelKey(word) === labelKey(to.label ?? '')) return { externalId: to.externalId };
            return moved(await api.status(mapper.toStatus(outgoing, to.externalId, word)), to, word);
          },
          settle: 'repeat',
        },
        attached: {
          send: async ({ file }, to) => {
            const refusal = await api.attach(to.externalId, file);
            return { externalId: to.externalId, refused: refusal === null ? undefined : [refusal] };
          },
          settle: async ({ file }, to) =>
            (await api.hasFile(to.externalId, file)) ? { externalId: to.externalId } : null,
        },
      },
      ping: () => api.ping(),
    };
  }
}

function created(made: CreatedCase) {
  const { externalId, label, labelAt } = made;
  const status = label && labelAt ? [statusEventId(externalId, label, labelAt)] : [];
  return { ...made, eventIds: [externalId, ...status] };
}

/** A repeated follow-up has no id here; the mark that LaporGub hands back tells its echo. */
function added({ answer }: WireAnswer, { externalId }: Target) {
  const id = answer.id('event_id');
  return { externalId, eventIds: id ? [replyEventId(externalId, id)] : [] };
}

function moved(wire: WireAnswer, to: Target, label: string) {
  const { externalId, eventIds } = added(wire, to);
  const labelAt = wire.answer.time('at');
  const status = labelAt ? [statusEventId(externalId, label, labelAt)] : [];
  return { externalId, eventIds: [...eventIds, ...status], label, labelAt };
}

const noWord = ({ title }: LaporgubSettings, status: string): string =>
  `${title} tidak punya kata untuk status ${status}: tidak dikirim`;
