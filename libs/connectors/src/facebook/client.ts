import { PostsClient } from '#connector';

/** Facebook's requests, as the profile describes them. */
export class FacebookClient extends PostsClient {
  download(url: string, maxBytes: number): Promise<Buffer> {
    return this.wire.download(url, maxBytes);
  }
}
