import { createHmac } from 'node:crypto';
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

const EVENTS = ['COMMENT', 'DIRECT_MESSAGE'];
const DAY_S = 86_400;

type Body = Record<string, unknown> & { text?: { body?: string } | string };

/** TikTok's API for Business: HTTP 200 always, bare ids of 19 digits, a refresh token that rotates. */
export class TiktokSimulator extends PostsSimulator {
  readonly name = 'tiktok';
  readonly id = '-000SimBizAccountOpenId0000000000000001';
  readonly app = '7300000000000000011';
  readonly posts = [{ id: '7401234567890123456', at: this.now().getTime() - 3_600_000 }];
  /** Event type -> where it is told. */
  readonly callbacks = new Map<string, string>();
  refreshToken = 'rft.simulator-1';
  protected override readonly windowMs = 48 * 3_600_000;
  readonly #media = new Map<string, number>();
  #rotations = 0;

  constructor(options: GraphOptions = {}) {
    super({ ...options, secret: options.secret ?? 'rahasia-tiktok' }, EVENTS);
    for (const event of EVENTS) this.callbacks.set(event, 'http://127.0.0.1:3000/webhooks/tiktok');
  }

  protected commentId = (n: number) => String(7_439_000_000_000_000_101n + BigInt(n));
  protected personId = (n: number) => `+SimPerson${String(n).padStart(6, '0')}`;
  protected messageId = (n: number) => String(7_439_100_000_000_000_001n + BigInt(n));

  /** Nothing is escaped here; what is signed names the time. */
  protected override written(payload: object): string {
    return JSON.stringify(payload);
  }

  /** All tokens that were given out are worth nothing any more. */
  revokeTokens(): void {
    this.token = `act.${this.uuid()}`;
  }

  protected override async answer(request: SimulatedRequest): Promise<SimulatedAnswer> {
    const { method, path, query, headers } = request;
    if (path.startsWith('/media/')) {
      return headers['x-user'] === this.token
        ? { status: 200, headers: { 'content-type': 'image/png' }, body: PICTURE }
        : { status: 403 };
    }
    const asked = `${method} ${path.replace('/open_api/v1.3/', '')}`;
    const body = method === 'POST' ? (request.json() as Body) : {};
    if (asked === 'POST tt_user/oauth2/refresh_token/') return this.#rotate(body);
    if (asked === 'GET business/webhook/list/') return this.#callback(query.get('secret'), query.get('event_type'));
    if (asked === 'POST business/webhook/update/') return this.#register(body);
    const token = headers['access-token'];
    if (!token) return fault(40104, 'Access token is null');
    if (token !== this.token) return fault(40105, 'Access token is incorrect or has been revoked.');
    switch (asked) {
      case 'GET business/get/':
        return ok({ username: 'pemkab.contoh', display_name: 'Pemkab Contoh' });
      case 'GET business/video/list/':
        return ok({
          videos: this.posts.map(({ id, at }) => ({ item_id: id, create_time: String(Math.floor(at / 1000)) })),
          has_more: false,
        });
      case 'GET business/comment/list/':
        return this.#list(query.get('video_id'));
      case 'GET business/comment/reply/list/':
        return ok({
          comments: this.repliesOf(query.get('comment_id') ?? '').map((each) => this.#shown(each)),
          has_more: false,
        });
      case 'POST business/comment/reply/create/':
        return this.#reply(body);
      case 'POST business/message/send/':
        return this.#send(body);
      case 'POST business/message/media/download/':
        return this.#media.has(String(body['media_id']))
          ? ok({ download_url: `${this.url}/media/sim` })
          : fault(40007, 'not found');
      default:
        return fault(40002, 'unknown path');
    }
  }

  #reply(body: Body): SimulatedAnswer {
    const text = typeof body.text === 'string' ? body.text : '';
    if (text.length < 1 || text.length > 1200) return fault(40002, 'text: Length must be between 1 and 1200.');
    const reply = this.replyTo(String(body['comment_id']), text);
    return reply ? ok(this.#shown(reply)) : fault(40006, 'comment not found');
  }

  #send(body: Body): SimulatedAnswer {
    const text = typeof body.text === 'object' ? (body.text.body ?? '') : '';
    if (text.length < 1 || text.length > 6000) return fault(40002, 'text.body: Length must be between 1 and 6000.');
    const person = this.people.find((each) => this.#talk(each) === body['recipient']);
    if (!person) return fault(40007, 'conversation not found');
    if (!this.isOpen(person))
      return fault(40064, 'The message cannot be sent because of the messaging rules of the platform.');
    return ok({ message: { message_id: this.writeTo(person, text, undefined).id } });
  }

  #list(video: string | null): SimulatedAnswer {
    const roots = this.comments
      .filter((each) => each.post === video && each.parent === null && !each.isGone)
      .toReversed();
    const comments = roots.map((root) => ({
      ...this.#shown(root),
      reply_list: this.repliesOf(root.id)
        .slice(0, 3)
        .map((each) => this.#shown(each)),
    }));
    return ok({ comments, cursor: comments.length, has_more: false });
  }

  #shown({ id, post, parent, by, text, at }: Comment): object {
    return {
      comment_id: id,
      video_id: post,
      unique_identifier: by?.id ?? '+SimOwnAccountUniqueIdentifier',
      create_time: String(Math.floor(at / 1000)),
      text,
      owner: by === null,
      status: 'PUBLIC',
      username: by?.name ?? 'pemkab.contoh',
      display_name: by?.name ?? 'Pemkab Contoh',
      ...(parent !== null && { parent_comment_id: parent }),
    };
  }

  /** The old pair is worth nothing at once. */
  #rotate(body: Body): SimulatedAnswer {
    if (body['client_secret'] !== this.secret || body['client_id'] !== this.app) return fault(40105, 'invalid client');
    if (body['refresh_token'] !== this.refreshToken) return fault(40107, 'refresh token is invalid');
    this.#rotations += 1;
    this.refreshToken = `rft.simulator-${this.#rotations + 1}`;
    this.token = `act.simulator-${this.#rotations + 1}`;
    return ok({ access_token: this.token, expires_in: DAY_S, refresh_token: this.refreshToken, open_id: this.id });
  }

  #callback(secret: string | null, event: string | null): SimulatedAnswer {
    if (secret !== this.secret) return fault(40105, 'invalid secret');
    return ok({ app_id: this.app, event_type: event, callback_url: this.callbacks.get(event ?? '') });
  }

  #register(body: Body): SimulatedAnswer {
    if (body['secret'] !== this.secret) return fault(40105, 'invalid secret');
    this.callbacks.set(String(body['event_type']), String(body['callback_url']));
    return ok({});
  }

  protected tellComment(comment: Comment): void {
    this.#tellAction(comment, 'insert', { text: comment.text });
  }

  protected tellGone(comment: Comment): void {
    this.#tellAction(comment, 'delete', {});
  }

  /** There is no edit on TikTok. */
  protected tellEdited(): void {}

  #tellAction({ id, post, parent, by }: Comment, action: string, more: object): void {
    const content = {
      comment_id: id,
      video_id: post,
      parent_comment_id: parent ?? 0,
      comment_type: parent === null ? 'comment' : 'reply',
      comment_action: action,
      timestamp: this.now().getTime(),
      unique_identifier: by?.id ?? '+SimOwnAccountUniqueIdentifier',
      ...more,
    };
    this.#tell('COMMENT', 'comment.update', content);
  }

  protected tellMessage(
    person: Commenter,
    id: string,
    text: string,
    { photo }: { photo?: string; button?: string },
  ): void {
    const media_id = `sim-media-${this.next()}`;
    if (photo !== undefined) this.#media.set(media_id, 1);
    const what = photo === undefined ? { type: 'text', text: { body: text } } : { type: 'image', image: { media_id } };
    this.#tellTalk('im_receive_msg', person, true, { message_id: id, ...what, message_tag: { source: 'APP' } });
  }

  protected tellEcho({ id, to, text }: DirectMessage, byHand: boolean): void {
    const message_tag = { source: byHand ? 'APP' : 'API' };
    this.#tellTalk('im_send_msg', to, false, { message_id: id, type: 'text', text: { body: text }, message_tag });
  }

  #tellTalk(event: string, person: Commenter, inbound: boolean, more: object): void {
    const them = { id: person.id, role: 'personal_account' };
    const us = { id: this.id, role: 'business_account' };
    const names = inbound ? { from: person.name, to: 'pemkab.contoh' } : { from: 'pemkab.contoh', to: person.name };
    const content = {
      ...names,
      unique_identifier: person.id,
      from_user: inbound ? them : us,
      to_user: inbound ? us : them,
      conversation_id: this.#talk(person),
      timestamp: this.now().getTime(),
      ...more,
    };
    this.#tell('DIRECT_MESSAGE', event, content);
  }

  #talk = ({ id }: Commenter): string => `SimConv+${id}==`;

  /** Ids stand bare in the content, whatever a parser makes of them. */
  #tell(kind: string, event: string, content: object): void {
    if (!this.callbacks.has(kind)) return;
    const payload = {
      client_key: this.app,
      event,
      create_time: this.seconds(),
      user_openid: this.id,
      content: JSON.stringify(content).replace(/"(\d{16,})"/g, '$1'),
    };
    this.notify(payload, (raw) => {
      const t = this.seconds();
      return {
        'tiktok-signature': `t=${t},s=${createHmac('sha256', this.secret).update(`${t}.${raw}`).digest('hex')}`,
      };
    });
  }
}

const ok = (data: object): SimulatedAnswer => ({
  status: 200,
  body: { code: 0, message: 'OK', request_id: 'SIM1', data },
});
const fault = (code: number, message: string): SimulatedAnswer => ({
  status: 200,
  body: { code, message, request_id: 'SIM9', data: {} },
});
