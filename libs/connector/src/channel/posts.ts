import type { Io, OutgoingSaid, Page, Receipt, Target, Unit, Watched } from '../contract.ts';
import { ConnectorError } from '../errors.ts';
import { readTime, readUnix } from '../reading/time.ts';
import { isRecord } from '../profile/decorators.ts';
import { cleanText } from '../reading/text.ts';
import { WireClient } from '../wire/client.ts';
import { evaluate } from '../wire/expression.ts';
import type { ChannelProfile } from './profile.ts';
import { fitted, mayReplyPrivately, wayOf, windowClosed, withButtons } from './saying.ts';
import { type Post, swept } from './sweep.ts';
import { shapeOf, unitOf } from './units.ts';
import { applicationFields, tokenEnd, watched } from './watching.ts';

/** The requests of a channel with posts, comments and direct conversations. A name with `?` may be missing there. */
export const POSTS_REQUESTS = {
  reply: ['id'],
  replies: ['replies?'],
  send: ['id'],
  'send_by_hand?': ['id'],
  'private_reply?': ['id'],
  posts: ['posts?', 'after?'],
  comments: ['comments?', 'after?'],
  ping: ['name?'],
} as const;

/** Pages of one post's comments at the most in one turn. */
const MAX_PAGES = 20;

/** A channel with posts and comments: what Instagram, a page and TikTok have in common, by their profiles. */
export class PostsClient {
  readonly wire: WireClient;

  constructor(
    protected readonly settings: ChannelProfile,
    protected readonly io: Io,
  ) {
    this.wire = new WireClient(settings, io);
  }

  get answersPrivately(): boolean {
    return this.wire.has('private_reply');
  }

  async say(said: OutgoingSaid): Promise<Receipt> {
    const { conversation, attachments } = said;
    const { answer } = await this.wire.call(this.#wayFor(said), contextOf(this.settings, said));
    const refused = attachments.map(({ name }) => `${name}: tidak ikut, dapat dilihat di halaman lacak`);
    return { externalId: conversation.id, eventIds: [answer.needId('id')], ...(refused.length > 0 && { refused }) };
  }

  #wayFor(said: OutgoingSaid): string {
    const { title } = this.settings;
    const now = this.io.now();
    if (said.conversation.kind === 'comment') {
      if (said.visibility === 'public') return 'reply';
      if (!this.wire.has('private_reply')) {
        throw new ConnectorError('rejected', `${title} tidak mengenal jawaban pribadi atas komentar`, {
          why: 'unreachable',
        });
      }
      if (!mayReplyPrivately(this.settings, said, now)) throw windowClosed(title);
      return 'private_reply';
    }
    const way = wayOf(this.settings, said, now);
    if (way === 'free') return 'send';
    if (way === 'by_hand' && this.wire.has('send_by_hand')) return 'send_by_hand';
    throw windowClosed(title);
  }

  /** A public reply is looked for under its comment; what was said in private is `unseen`. */
  async settle(said: OutgoingSaid, to: Target, unseen: 'hear' | 'ask'): Promise<Receipt | null | 'hear' | 'ask'> {
    if (said.conversation.kind === 'direct' || said.visibility === 'private') return unseen;
    const context = contextOf(this.settings, said);
    const { answer } = await this.wire.call('replies', context);
    const found = answer.list('replies').find((each) => {
      const { id, text, own } = Object(each) as Record<string, unknown>;
      const isSame = typeof text === 'string' && cleanText(text) === cleanText(context.text);
      return own === true && isSame && typeof id === 'string' && !to.isKnown(id);
    });
    return isRecord(found) ? { externalId: said.conversation.id, eventIds: [String(found['id'])] } : null;
  }

  poll(cursor: string | null): Promise<Page> {
    const posts = async (): Promise<Post[]> => {
      const { answer } = await this.wire.call('posts', { limit: this.settings.sweep?.posts });
      return answer.list('posts').flatMap((each) => this.#postIn(each));
    };
    return swept(this.settings, cursor, this.io.now(), posts, (post, since) => this.#unitsUnder(post, since));
  }

  #postIn(each: unknown): Post[] {
    const { id, at } = Object(each) as Record<string, unknown>;
    const time = readUnix(at) ?? readTime(at);
    return typeof id === 'string' && time !== null ? [{ id, at: time }] : [];
  }

  async #unitsUnder(post: Post, since: number): Promise<Unit[]> {
    const units: Unit[] = [];
    let after: unknown;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const { answer } = await this.wire.call('comments', { post: post.id, after });
      for (const comment of answer.list('comments')) {
        if (!(await this.#isBefore(since, comment, post))) units.push(...this.unitsOf(comment, post));
      }
      const next = answer.get('after');
      if (next === undefined || next === after) break;
      after = next;
    }
    return units;
  }

  /** By the time that its message has; what tells none is taken. */
  async #isBefore(since: number, comment: unknown, post: Post): Promise<boolean> {
    const { read, account, times } = this.settings;
    const { at } = Object(read[shapeOf(this.settings, 'polled')]) as { at?: unknown };
    if (typeof at !== 'string') return false;
    const said = await evaluate(at, { polled: comment, post, us: account });
    const time = readUnix(said) ?? readTime(said, times.offset);
    return time !== null && Date.parse(time) < since;
  }

  /** A comment as it was polled, and as it reads now: an edit may be told in no other way. */
  protected unitsOf(comment: unknown, post: Post): Unit[] {
    const payload = { polled: comment, post };
    const { types } = this.settings.units;
    return ['polled', 'polled_edit']
      .filter((type) => Object.hasOwn(types, type))
      .map((type) => unitOf(this.settings, type, payload));
  }

  async ping(): Promise<string> {
    const { answer } = await this.wire.call('ping', {});
    const { faults } = await this.watch();
    return [`${this.settings.title} menjawab: akun ${answer.text('name') ?? 'terbaca'}`, ...faults].join('. ');
  }

  async watch(): Promise<Watched> {
    const { answer } = await this.wire.call('subscribed', {});
    const sides = {
      account: answer.get('fields') === undefined ? null : answer.list('fields').map(String),
      application: await applicationFields(this.settings, this.wire),
      tokenEnds: await tokenEnd(this.settings, this.wire),
      subscribe: () => this.wire.call('subscribe', { fields: this.settings.watch.account.join(',') }),
    };
    return watched(this.settings, sides, this.io.now());
  }
}

/** What requests may speak of. */
function contextOf({ limits }: ChannelProfile, said: OutgoingSaid) {
  const { conversation, answers, person, deliveryId, buttons } = said;
  const isComment = conversation.kind === 'comment' && said.visibility === 'public';
  const limit = isComment ? (limits.comment ?? limits.direct) : limits.direct;
  const text = isComment ? withButtons(said) : said.text;
  return {
    conversation: conversation.id,
    post: conversation.post,
    comment: answers?.id ?? conversation.id,
    person: person?.ids[0],
    deliveryId,
    text: fitted({ text, link: said.link }, limit),
    buttons: buttons.length > 0 ? buttons : undefined,
  };
}
