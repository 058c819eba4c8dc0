import {
  type Comment,
  type Commenter,
  type DirectMessage,
  type GraphOptions,
  PICTURE,
  PostsSimulator,
  type SimulatedAnswer,
  type SimulatedRequest,
} from '#connector/testing';

const FIELDS = [
  'feed',
  'mention',
  'messages',
  'message_echoes',
  'message_deliveries',
  'message_reads',
  'message_edits',
  'message_reactions',
  'messaging_postbacks',
];
const WEEK_MS = 7 * 86_400_000;
const INBOX_APP = 263_902_037_430_900;

interface SendBody {
  recipient?: { id?: string; comment_id?: string };
  messaging_type?: string;
  tag?: string;
  message?: { text?: string; metadata?: string; quick_replies?: { title: string; payload: string }[] };
}

/** A Facebook page: its feed with comments, and Messenger with echoes, watermarks and windows. */
export class FacebookSimulator extends PostsSimulator {
  readonly name = 'facebook';
  readonly id = '100100000000011';
  readonly app = '880000000000011';
  readonly posts = [{ id: `${this.id}_900000000000201`, at: this.now().getTime() - 3_600_000 }];

  constructor(options: GraphOptions = {}) {
    super(options, FIELDS);
  }

  protected commentId = (n: number) => `900000000000201_${String(700_000_000_000_400n + BigInt(n))}`;
  protected personId = (n: number) => String(7_600_000_000_000_300n + BigInt(n));
  protected messageId = (n: number) => `m_${n}${this.uuid().replaceAll('-', '')}`;

  protected override async answer(request: SimulatedRequest): Promise<SimulatedAnswer> {
    const { method, path, headers, query } = request;
    if (path.startsWith('/foto/')) return { status: 200, headers: { 'content-type': 'image/png' }, body: PICTURE };
    const [, id = '', edge = ''] = /^\/v\d+\.\d+\/([\w-]+)(?:\/(\w+))?$/.exec(path) ?? [];
    if (id === 'debug_token') return this.aboutToken(query, this.app);
    if (edge === 'subscriptions' && id === this.app) return this.#subscriptions(query);
    if (headers['authorization'] !== `Bearer ${this.token}`) return this.unauthorized();
    const asked = `${method} ${edge}`;
    if (id === this.id && edge === 'subscribed_apps') return this.#subscribed(method);
    if (id === this.id && asked === 'GET ') return { status: 200, body: { id, name: 'Pemkab Contoh' } };
    if (id === this.id && asked === 'POST messages') return this.#send(request.json() as SendBody);
    if (id === this.id && asked === 'GET feed') return { status: 200, body: { data: this.posts.map(postOf) } };
    if (asked === 'GET comments') return this.#list(id);
    if (asked === 'POST comments') return this.#reply(id, (request.json() as { message?: string }).message ?? '');
    return this.refusal(400, 100, 'Unsupported request');
  }

  #reply(id: string, text: string): SimulatedAnswer {
    if (text === '' || text.length > 8000) return this.refusal(400, 100, 'message is too long');
    const reply = this.replyTo(id, text);
    return reply ? { status: 200, body: { id: reply.id } } : this.refusal(400, 100, 'Object does not exist');
  }

  #send({ recipient, message, tag }: SendBody): SimulatedAnswer {
    const text = message?.text ?? '';
    if (text === '' || text.length > 2000) return this.refusal(400, 100, 'Length of message is too long');
    if (recipient?.comment_id !== undefined) return this.#replyPrivately(recipient.comment_id, text, message?.metadata);
    const person = this.people.find(({ id }) => id === recipient?.id);
    if (!person) return this.refusal(400, 100, 'No matching user found', { error_subcode: 2_018_001 });
    if (!this.isOpen(person, tag === 'HUMAN_AGENT' ? WEEK_MS : undefined)) {
      return this.refusal(400, 10, 'This message is sent outside of allowed window.', { error_subcode: 2_018_278 });
    }
    return this.#sent(this.writeTo(person, text, message?.metadata, message?.quick_replies));
  }

  #replyPrivately(id: string, text: string, own: string | undefined): SimulatedAnswer {
    const comment = this.comments.find((each) => each.id === id);
    if (!comment?.by) return this.refusal(400, 100, 'Object does not exist');
    if (comment.isAnsweredPrivately) return this.refusal(400, 10900, 'Activity already replied to');
    if (this.now().getTime() - comment.at > WEEK_MS)
      return this.refusal(400, 10, 'Outside of allowed window', { error_subcode: 2_018_278 });
    comment.isAnsweredPrivately = true;
    return this.#sent(this.writeTo(comment.by, text, own));
  }

  /** What was delivered and read is told by watermarks: everything up to a time. */
  #sent({ id, to }: DirectMessage): SimulatedAnswer {
    this.later(this.receiptsAfter, () =>
      this.#watermark(to, 'message_deliveries', { delivery: { mids: [id], watermark: this.now().getTime() } }),
    );
    this.later(this.receiptsAfter * 2, () =>
      this.#watermark(to, 'message_reads', { read: { watermark: this.now().getTime() } }),
    );
    return { status: 200, body: { recipient_id: to.id, message_id: id } };
  }

  #watermark(to: Commenter, field: string, mark: object): void {
    this.#tellMessaging(to.id, this.id, mark, field);
  }

  #list(above: string): SimulatedAnswer {
    const data = this.comments
      .filter((each) => !each.isGone && (each.post === above || each.parent === above))
      .map(({ id, text, at, by, parent }) => ({
        id,
        message: text,
        from: by ? { id: by.id, name: by.name } : { id: this.id, name: 'Pemkab Contoh' },
        created_time: offsetTime(at),
        ...(parent !== null && { parent: { id: parent } }),
      }));
    return { status: 200, body: { data } };
  }

  #subscribed(method: string): SimulatedAnswer {
    if (method === 'POST') this.accountFields = [...FIELDS];
    if (method !== 'GET') return this.done;
    const data =
      this.accountFields.length > 0 ? [{ id: this.app, name: 'Simpul', subscribed_fields: this.accountFields }] : [];
    return { status: 200, body: { data } };
  }

  #subscriptions(query: URLSearchParams): SimulatedAnswer {
    if (query.get('access_token') !== `${this.app}|${this.secret}`) return this.unauthorized();
    const fields = this.applicationFields.map((name) => ({ name, version: 'v26.0' }));
    return { status: 200, body: { data: [{ object: 'page', active: true, fields }] } };
  }

  protected tellComment(comment: Comment): void {
    this.#tellFeed(comment, 'add', { message: comment.text });
  }

  protected tellGone(comment: Comment): void {
    this.#tellFeed(comment, 'remove', {});
  }

  protected tellEdited(comment: Comment): void {
    this.#tellFeed(comment, 'edited', { message: comment.text });
  }

  #tellFeed({ id, post, parent, by, at }: Comment, verb: string, more: object): void {
    const from = by ? { id: by.id, name: by.name } : { id: this.id, name: 'Pemkab Contoh' };
    const time = Math.floor(at / 1000);
    const value = {
      from,
      post_id: post,
      comment_id: id,
      parent_id: parent ?? post,
      created_time: time,
      item: 'comment',
      verb,
      ...more,
    };
    this.tell('feed', {
      object: 'page',
      entry: [{ id: this.id, time: this.seconds(), changes: [{ field: 'feed', value }] }],
    });
  }

  protected tellMessage(
    person: Commenter,
    mid: string,
    text: string,
    { photo, button }: { photo?: string; button?: string },
  ): void {
    const attachments = photo === undefined ? {} : { attachments: [{ type: 'image', payload: { url: photo } }] };
    const pressed = button === undefined ? {} : { quick_reply: { payload: button } };
    this.#tellMessaging(person.id, this.id, { message: { mid, text, ...attachments, ...pressed } }, 'messages');
  }

  protected tellEcho({ id, to, text, own }: DirectMessage, byHand: boolean): void {
    const app_id = byHand ? INBOX_APP : Number(this.app);
    const message = { mid: id, text, app_id, is_echo: true, ...(own !== undefined && { metadata: own }) };
    this.#tellMessaging(this.id, to.id, { message }, 'message_echoes');
  }

  #tellMessaging(from: string, to: string, what: object, field: string): void {
    const timestamp = this.now().getTime();
    const messaging = [{ sender: { id: from }, recipient: { id: to }, timestamp, ...what }];
    this.tell(field, { object: 'page', entry: [{ id: this.id, time: timestamp, messaging }] });
  }
}

const offsetTime = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, '+0000');
const postOf = ({ id, at }: { id: string; at: number }) => ({
  id,
  created_time: offsetTime(at),
  updated_time: offsetTime(at),
});
