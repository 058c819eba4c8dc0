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
  'comments',
  'live_comments',
  'mentions',
  'messages',
  'messaging_postbacks',
  'messaging_seen',
  'message_reactions',
  'message_edit',
];
const WEEK_MS = 7 * 86_400_000;
const TOKEN_LIVES_S = 5_184_000;

interface SendBody {
  recipient?: { id?: string; comment_id?: string };
  messaging_type?: string;
  tag?: string;
  message?: { text?: string; quick_replies?: { title: string; payload: string }[] };
}

export interface InstagramSimulatorOptions extends GraphOptions {
  /** How a comment is told: both are documented. */
  shape?: 'changes' | 'flat' | undefined;
}

/** Instagram with Instagram Login: comments, direct messages, echoes, windows, and a token of 60 days. */
export class InstagramSimulator extends PostsSimulator {
  readonly name = 'instagram';
  readonly id = '17841400000000011';
  readonly username = 'pemkab.contoh';
  readonly posts = [{ id: '17900000000000401', at: this.now().getTime() - 3_600_000 }];
  shape: 'changes' | 'flat';
  #renewed = 0;

  constructor(options: InstagramSimulatorOptions = {}) {
    super(options, FIELDS);
    this.shape = options.shape ?? 'changes';
  }

  protected commentId = (n: number) => String(17_950_000_000_000_500n + BigInt(n));
  protected personId = (n: number) => String(1_284_000_000_000_300n + BigInt(n));
  protected messageId = (n: number) => `aWdfZAG1faXRlbToxOklHTWVzc2FnZA${n}ZD${this.uuid()}`;

  protected override async answer(request: SimulatedRequest): Promise<SimulatedAnswer> {
    const { method, path, query, headers } = request;
    if (path.startsWith('/foto/')) return { status: 200, headers: { 'content-type': 'image/png' }, body: PICTURE };
    if (path === '/refresh_access_token') return this.#renew(query);
    if (headers['authorization'] !== `Bearer ${this.token}`) return this.unauthorized();
    const [, id = '', edge = ''] = /^\/v\d+\.\d+\/([\w-]+)(?:\/(\w+))?$/.exec(path) ?? [];
    const asked = `${method} ${edge}`;
    if (id === 'me' && edge === 'subscribed_apps') return this.#subscribed(method);
    if (id === 'me') return { status: 200, body: { user_id: this.id, username: this.username, id: '999' } };
    if (id === this.id && asked === 'POST messages') return this.#send(request.json() as SendBody);
    if (id === this.id && asked === 'GET media') return { status: 200, body: { data: this.posts.map(postOf) } };
    if (asked === 'GET comments') return this.#list(id);
    if (asked === 'GET replies')
      return { status: 200, body: { data: this.repliesOf(id).map((each) => this.#shown(each)) } };
    if (asked === 'POST replies') return this.#reply(id, (request.json() as { message?: string }).message ?? '');
    return this.refusal(400, 100, 'Unsupported request');
  }

  #reply(id: string, text: string): SimulatedAnswer {
    if (text === '' || text.length > 2200) return this.refusal(400, 100, 'message is too long');
    const reply = this.replyTo(id, text);
    return reply ? { status: 200, body: { id: reply.id } } : this.refusal(400, 100, 'Object does not exist');
  }

  #send({ recipient, message, tag }: SendBody): SimulatedAnswer {
    const text = message?.text ?? '';
    if (text === '' || Buffer.byteLength(text) > 1000) return this.refusal(400, 100, 'Length of message is too long');
    if (recipient?.comment_id !== undefined) return this.#replyPrivately(recipient.comment_id, text);
    const person = this.people.find(({ id }) => id === recipient?.id);
    if (!person) return this.refusal(400, 9010, 'No matching Instagram user');
    if (!this.isOpen(person, tag === 'HUMAN_AGENT' ? WEEK_MS : undefined)) {
      return this.refusal(400, 10, 'This message is sent outside of allowed window.', { error_subcode: 2_534_022 });
    }
    return this.#sent(this.writeTo(person, text, undefined, message?.quick_replies));
  }

  #replyPrivately(id: string, text: string): SimulatedAnswer {
    const comment = this.comments.find((each) => each.id === id);
    if (!comment?.by) return this.refusal(400, 100, 'Object does not exist');
    if (comment.isAnsweredPrivately) return this.refusal(400, 10900, 'Activity already replied to');
    if (this.now().getTime() - comment.at > WEEK_MS)
      return this.refusal(400, 10, 'Outside of allowed window', { error_subcode: 2_534_022 });
    comment.isAnsweredPrivately = true;
    return this.#sent(this.writeTo(comment.by, text, undefined));
  }

  #sent({ id, to }: DirectMessage): SimulatedAnswer {
    return { status: 200, body: { recipient_id: to.id, message_id: id } };
  }

  #list(post: string): SimulatedAnswer {
    const roots = this.comments.filter((each) => each.post === post && each.parent === null && !each.isGone);
    const data = roots.map((root) => {
      const replies = this.repliesOf(root.id).map((each) => this.#shown(each));
      return { ...this.#shown(root), ...(replies.length > 0 && { replies: { data: replies } }) };
    });
    return { status: 200, body: { data } };
  }

  #shown({ id, text, at, by }: Comment): object {
    const username = by?.name ?? this.username;
    const timestamp = new Date(at).toISOString().replace(/\.\d+Z$/, '+0000');
    return { id, text, timestamp, username, from: { id: by?.id ?? this.id, username } };
  }

  #renew(query: URLSearchParams): SimulatedAnswer {
    if (query.get('access_token') !== this.token) return this.unauthorized();
    this.#renewed += 1;
    this.token = `${this.token.replace(/-\d+$/, '')}-${this.#renewed + 1}`;
    return { status: 200, body: { access_token: this.token, token_type: 'bearer', expires_in: TOKEN_LIVES_S } };
  }

  #subscribed(method: string): SimulatedAnswer {
    if (method === 'POST') this.accountFields = [...FIELDS];
    if (method !== 'GET') return this.done;
    const data = this.accountFields.length > 0 ? [{ id: 'app', subscribed_fields: this.accountFields }] : [];
    return { status: 200, body: { data } };
  }

  protected tellComment(comment: Comment): void {
    const from = comment.by
      ? { id: comment.by.id, username: comment.by.name }
      : { id: this.id, username: this.username, self_ig_scoped_id: '999' };
    const parent = comment.parent === null ? {} : { parent_id: comment.parent };
    const media = { id: comment.post, media_product_type: 'FEED' };
    const value = { from, media, id: comment.id, text: comment.text, ...parent };
    const entry = { id: this.id, time: this.seconds() };
    const told =
      this.shape === 'flat'
        ? { ...entry, field: 'comments', value }
        : { ...entry, changes: [{ field: 'comments', value }] };
    this.tell('comments', { object: 'instagram', entry: [told] });
  }

  /** Neither is told: only what is polled differs. */
  protected tellGone(): void {}
  protected tellEdited(): void {}

  protected tellMessage(
    person: Commenter,
    mid: string,
    text: string,
    { photo, button }: { photo?: string; button?: string },
  ): void {
    const attachments = photo === undefined ? {} : { attachments: [{ type: 'image', payload: { url: photo } }] };
    const pressed = button === undefined ? {} : { quick_reply: { payload: button } };
    this.#tellMessaging(person.id, this.id, { mid, text, ...attachments, ...pressed });
  }

  protected tellEcho({ id, to, text }: DirectMessage): void {
    this.#tellMessaging(this.id, to.id, { mid: id, text, is_echo: true });
  }

  #tellMessaging(from: string, to: string, message: object): void {
    const timestamp = this.now().getTime();
    const messaging = [{ sender: { id: from }, recipient: { id: to }, timestamp, message }];
    this.tell('messages', { object: 'instagram', entry: [{ id: this.id, time: timestamp, messaging }] });
  }
}

const postOf = ({ id, at }: { id: string; at: number }) => ({
  id,
  timestamp: new Date(at).toISOString().replace(/\.\d+Z$/, '+0000'),
});
