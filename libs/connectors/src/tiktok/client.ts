import { ConnectorError, type Io, PostsClient, type Watched, watched } from '#connector';
import { mediaIn } from './mapper.ts';
import type { TiktokSettings } from './settings.ts';

/** TikTok's requests, as the profile describes them. */
export class TiktokClient extends PostsClient {
  constructor(
    private readonly own: TiktokSettings,
    io: Io,
  ) {
    super(own, io);
  }

  /** A file's address is asked for by its ids and lives for a day. */
  async download(url: string, maxBytes: number): Promise<Buffer> {
    const media = mediaIn(url);
    if (!media) throw new ConnectorError('rejected', 'TikTok: alamat lampiran tidak dikenal');
    const { answer } = await this.wire.call('media', media);
    return this.wire.download(answer.needText('url'), maxBytes);
  }

  /** Each kind of event has one address for the whole application: it has to be ours. */
  override async watch(): Promise<Watched> {
    const { watch, webhook, account } = this.own;
    const { secret } = webhook.signature;
    const callback = account['callback'];
    const right: string[] = [];
    for (const event of watch.account) {
      const { answer } = await this.wire.call('subscribed', { event, secret });
      if (answer.text('callback') === callback) right.push(event);
    }
    const subscribe = async () => {
      for (const event of watch.account.filter((each) => !right.includes(each))) {
        await this.wire.call('subscribe', { event, secret, callback });
      }
    };
    return watched(this.own, { account: right, application: null, subscribe }, this.io.now());
  }
}
