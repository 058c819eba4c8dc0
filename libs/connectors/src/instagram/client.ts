import { PostsClient } from '#connector';

/** Instagram's requests, as the profile describes them. */
export class InstagramClient extends PostsClient {
  download(url: string, maxBytes: number): Promise<Buffer> {
    return this.wire.download(url, maxBytes);
  }
}
