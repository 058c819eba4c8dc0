import {
  GraphSimulator,
  type GraphOptions,
  PICTURE,
  type Play,
  RateLimit,
  type ShownCase,
  type SimulatedAnswer,
  type SimulatedRequest,
} from '#connector/testing';
import { PLAYS } from './simulated-plays.ts';
import { refusalOf, type SendBody, textOf } from './simulated-sends.ts';
import { contactOf, fromOf, mayPair, type SentMessage, type User } from './simulated-users.ts';

const FIELDS = ['messages', 'smb_message_echoes', 'message_template_status_update', 'user_id_update'];
const DAY_MS = 86_400_000;
const LINK_LIVES_MS = 300_000;
const MEDIA_LIVES_MS = 7 * DAY_MS;

export interface WhatsappSimulatorOptions extends GraphOptions {
  /** How a closed window is refused: by a later status, as it mostly is, or at once. */
  closed?: 'late' | 'direct' | undefined;
}

/** The Cloud API of WhatsApp: one number, its people, the window of 24 hours, receipts, templates and media. */
export class WhatsappSimulator extends GraphSimulator {
  readonly name = 'whatsapp';
  readonly plays: Play[] = PLAYS;
  readonly ids = { phone: '105300000000022', waba: '104200000000011', app: '880000000000011' };
  readonly templates = new Map<string, { status: string; places: number }>([
    ['aduan_terdaftar', { status: 'APPROVED', places: 2 }],
    ['aduan_kabar', { status: 'APPROVED', places: 4 }],
    ['aduan_perlu_data', { status: 'APPROVED', places: 3 }],
    ['aduan_selesai', { status: 'APPROVED', places: 4 }],
  ]);
  readonly users: User[] = [];
  readonly messages: SentMessage[] = [];
  closed: 'late' | 'direct';
  readonly #media = new Map<string, number>();
  /** What a citizen's picture is. */
  photo: Buffer = PICTURE;
  readonly #limit: RateLimit;
  #count = 0;

  constructor(options: WhatsappSimulatorOptions = {}) {
    super(options, FIELDS);
    this.closed = options.closed ?? 'late';
    this.#limit = new RateLimit(options.ratePerMinute ?? 4800, this.now);
  }

  protected override async answer(request: SimulatedRequest): Promise<SimulatedAnswer> {
    const { method, path, headers, query } = request;
    const isOurs = headers['authorization'] === `Bearer ${this.token}`;
    if (path.startsWith('/whatsapp_business/attachments')) return isOurs ? this.#bytes(query) : { status: 404 };
    const [, version, id = '', edge] = /^\/(v\d+\.\d+)\/([\w-]+)(?:\/(\w+))?$/.exec(path) ?? [];
    if (id === 'debug_token') return this.aboutToken(query, this.ids.app);
    if (edge === 'subscriptions' && id === this.ids.app) return this.#subscriptions(query);
    if (!isOurs) return this.unauthorized();
    if (version === undefined) return this.refusal(404, 100, 'Unknown path');
    const asked = `${method} ${edge ?? ''}`;
    if (id === this.ids.phone && asked === 'POST messages') return this.#send(request.json() as SendBody);
    if (id === this.ids.phone && asked === 'POST media') return this.#upload(await request.multipart());
    if (id === this.ids.waba && asked === 'GET message_templates') return this.#listTemplates();
    if (id === this.ids.waba && edge === 'subscribed_apps') return this.#subscribed(method);
    if (asked === 'GET ') return this.#link(id);
    return this.refusal(400, 33, 'Object does not exist');
  }

  #send(body: SendBody): SimulatedAnswer {
    if (this.#limit.take() > 0) return this.refusal(400, 130429, 'Rate limit hit');
    const user = this.users.find(
      ({ phone, bsuid }) => (body.to !== undefined && `+${phone}` === body.to) || bsuid === body.recipient,
    );
    const refused = refusalOf(body, user, this.templates, this.#media);
    if (refused) return this.refusal(refused.status, refused.code, refused.message);
    if (!user) return this.refusal(400, 131026, 'Message undeliverable');
    if (!mayPair(user, this.now().getTime())) return this.refusal(400, 131056, 'pair rate limit hit');
    const isClosed = body.type !== 'template' && !this.#isOpen(user);
    if (isClosed && this.closed === 'direct') return this.refusal(400, 131047, 'Re-engagement message');

    const id = this.#wamid(user);
    const message: SentMessage = {
      id,
      user,
      text: textOf(body),
      kind: body.type,
      opaque: body.biz_opaque_callback_data,
      states: [],
    };
    this.messages.push(message);
    user.last = { id, buttons: body.interactive?.action?.buttons?.map(({ reply }) => reply) ?? [] };
    this.committed('pesan', user.id, message.opaque ?? null);
    this.#receipts(message, isClosed);
    const contact = { input: body.to ?? body.recipient, ...(user.phone && { wa_id: user.phone }), user_id: user.bsuid };
    return { status: 200, body: { messaging_product: 'whatsapp', contacts: [contact], messages: [{ id }] } };
  }

  /** `sent`, `delivered`, `read`; now and then one is left out, and a closed window shows only here. */
  #receipts(message: SentMessage, isClosed: boolean): void {
    const { user } = message;
    const suffix = user.phone?.slice(-4);
    const at = this.now().toISOString();
    user.lines.push(() => `${at} Kami (${message.states.at(-1) ?? 'accepted'}): ${message.text}`);
    const failure = isClosed ? 131047 : { 9026: 131026, 9049: 131049, 9056: 131056 }[suffix ?? ''];
    const states = failure ? ['failed'] : suffix === '9000' ? ['sent'] : ['sent', 'delivered', 'read'];
    for (const [step, state] of states.entries()) {
      if (state === 'delivered' && this.random() < 0.2) continue;
      this.later(this.receiptsAfter * (step + 1), () => {
        message.states.push(state);
        this.#tell({
          statuses: [
            { ...this.#status(message, state), ...(failure && { errors: [{ code: failure, title: 'failed' }] }) },
          ],
        });
      });
    }
  }

  #status({ id, user, opaque }: SentMessage, status: string): object {
    return {
      id,
      status,
      timestamp: String(this.seconds()),
      ...(user.phone !== null && { recipient_id: user.phone }),
      recipient_user_id: user.bsuid,
      ...(opaque !== undefined && { biz_opaque_callback_data: opaque }),
    };
  }

  cases(): ShownCase[] {
    return this.users.toReversed().map((user) => ({
      id: user.id,
      title: `${user.name} · ${user.phone ?? user.username ?? user.bsuid}`,
      status: this.#isOpen(user) ? 'jendela terbuka' : 'jendela tertutup',
      lines: user.lines.map((line) => line()),
    }));
  }

  async play(name: string, caseId: string | null, input: Record<string, string>): Promise<string> {
    if (name === 'maju') {
      this.advanceBy(input['jam']);
      return this.users.at(-1)?.id ?? '';
    }
    if (name === 'banyak') return this.#many(Number(input['jumlah']));
    const user = caseId === null ? this.#user(input) : this.users.find(({ id }) => id === caseId);
    if (!user) throw new Error('percakapan tidak ditemukan');
    if (name === 'kirim' || name === 'balas') this.#say(user, input);
    else if (name === 'ubah')
      this.#amend(user, 'edit', { message: { context: { id: 'M0' }, ...textMessage(input['isi']) } });
    else if (name === 'hapus') this.#amend(user, 'revoke', {});
    else if (name === 'tombol') this.#press(user, input['judul']);
    else if (name === 'ganti-nomor') this.#change(user, input['nomor'] ?? '');
    else if (name === 'dari-hp') this.#byHand(user, input['isi'] ?? '');
    else throw new Error(`tindakan tidak dikenal: ${name}`);
    return user.id;
  }

  #user({ nama = '', nomor = '' }: Record<string, string>): User {
    const phone = nomor.replace(/\D/g, '') || null;
    const known = this.users.find((user) => (phone === null ? user.name === nama : user.phone === phone));
    if (known) return known;
    const n = this.users.length + 1;
    const user: User = {
      id: `u${n}`,
      name: nama,
      phone,
      bsuid: `ID.${String(20_417_730_918_846_000_000n + BigInt(n))}`,
      username: phone === null ? nama.toLowerCase().replace(/\W+/g, '.') : null,
      lastInbound: null,
      sentTo: [],
      lines: [],
      said: null,
      last: null,
    };
    this.users.push(user);
    return user;
  }

  #say(user: User, { isi = '', foto, lokasi = '', kutip }: Record<string, string>): void {
    const [lat, lon] = lokasi.split(',').map(Number);
    if (lokasi !== '')
      this.#inbound(user, { type: 'location', location: { latitude: lat, longitude: lon } }, '[lokasi]');
    const context = kutip === 'ya' && user.last ? { context: { from: '6281100000', id: user.last.id } } : {};
    if (foto === 'dengan foto') {
      const id = this.#store();
      const image = { ...(isi && { caption: isi }), mime_type: 'image/png', sha256: '', id };
      this.#inbound(user, { type: 'image', image, ...context }, `[foto] ${isi}`);
    } else if (isi !== '') this.#inbound(user, { ...textMessage(isi), ...context }, isi);
    else if (lokasi === '') throw new Error('pesan, foto atau lokasi wajib diisi');
  }

  #press(user: User, title: string | undefined): void {
    const button = user.last?.buttons.find((each) => each.title === title) ?? user.last?.buttons[0];
    if (!user.last || !button) throw new Error('tidak ada tombol pada pesan terakhir');
    const interactive = { type: 'button_reply', button_reply: button };
    this.#inbound(
      user,
      { context: { from: '6281100000', id: user.last.id }, type: 'interactive', interactive },
      `[${button.title}]`,
    );
  }

  /** A new number is a new id too: the platform says so twice, in two ways. */
  #change(user: User, nomor: string): void {
    const phone = nomor.replace(/\D/g, '');
    const previous = user.bsuid;
    const old = user.phone ?? '';
    user.bsuid = `ID.${String(55_510_044_772_210_000_000n + BigInt(this.#next()))}`;
    user.phone = phone;
    const system = {
      body: `User ${user.name} changed from ${old} to ${phone}`,
      wa_id: phone,
      user_id: user.bsuid,
      type: 'user_changed_number',
    };
    const timestamp = String(this.seconds());
    this.#tell({
      messages: [{ from: old, from_user_id: previous, id: this.#wamid(user), timestamp, type: 'system', system }],
    });
    const update = { wa_id: phone, detail: 'changed', user_id: { previous, current: user.bsuid }, timestamp };
    this.#tell({ user_id_update: [update] }, 'user_id_update');
  }

  #byHand(user: User, text: string): void {
    const message = {
      to: user.phone,
      to_user_id: user.bsuid,
      id: this.#wamid(user),
      timestamp: String(this.seconds()),
    };
    this.#note(user, `Petugas dari aplikasi: ${text}`);
    this.#tell(
      { message_echoes: [{ from: '6281100000', ...message, type: 'text', text: { body: text } }] },
      'smb_message_echoes',
    );
  }

  #inbound(user: User, message: object, shown: string): void {
    user.lastInbound = this.now().getTime();
    this.#note(user, `Warga: ${shown}`);
    user.said = this.#tellOf(user, message);
  }

  /** Told where the number is used in the app on a phone too; elsewhere it is but unreadable. */
  #amend(user: User, type: 'edit' | 'revoke', more: object): void {
    if (user.said === null) throw new Error('belum ada pesan');
    this.#note(user, type === 'edit' ? 'Warga meralat pesan terakhir' : 'Warga menarik pesan terakhir');
    this.#tellOf(user, { type, [type]: { original_message_id: user.said, ...more } });
  }

  #tellOf(user: User, message: object): string {
    const id = this.#wamid(user);
    const timestamp = String(this.seconds());
    this.#tell({ contacts: [contactOf(user)], messages: [{ ...fromOf(user), id, timestamp, ...message }] });
    return id;
  }

  #note(user: User, words: string): void {
    const line = `${this.now().toISOString()} ${words}`;
    user.lines.push(() => line);
  }

  /** As the platform does after a pause of its own: much in one, of several people. */
  #many(count: number): string {
    if (!Number.isInteger(count) || count < 1 || count > 1000) throw new Error('jumlah 1 sampai 1000');
    const users = [1, 2, 3, 4].map((n) => this.#user({ nama: `Warga Rekaan ${n}`, nomor: `62812000010${n}` }));
    const timestamp = String(this.seconds());
    const messages = Array.from({ length: count }, (_each, index) => {
      const user = users[index % users.length] as User;
      user.lastInbound = this.now().getTime();
      return {
        ...fromOf(user),
        id: this.#wamid(user),
        timestamp,
        type: 'text',
        text: { body: `Pesan rekaan nomor ${index + 1}` },
      };
    });
    this.#tell({ contacts: users.map(contactOf), messages });
    return users[0]?.id ?? '';
  }

  #tell(value: object, field = 'messages'): void {
    const metadata = { display_phone_number: '6281100000', phone_number_id: this.ids.phone };
    const change = { field, value: { messaging_product: 'whatsapp', metadata, ...value } };
    this.tell(field, { object: 'whatsapp_business_account', entry: [{ id: this.ids.waba, changes: [change] }] });
  }

  #upload(form: FormData): SimulatedAnswer {
    if (!(form.get('file') instanceof Blob)) return this.refusal(400, 131053, 'Media upload error');
    return { status: 200, body: { id: this.#store() } };
  }

  #link(id: string): SimulatedAnswer {
    const stored = this.#media.get(id);
    if (stored === undefined || stored + MEDIA_LIVES_MS < this.now().getTime())
      return this.refusal(400, 131052, 'Media download error');
    const ext = this.seconds() + LINK_LIVES_MS / 1000;
    const url = `${this.url}/whatsapp_business/attachments/?mid=${id}&ext=${ext}&hash=sim`;
    return {
      status: 200,
      body: { messaging_product: 'whatsapp', url, mime_type: 'image/png', file_size: String(this.photo.length), id },
    };
  }

  #bytes(query: URLSearchParams): SimulatedAnswer {
    const isAlive = Number(query.get('ext')) * 1000 > this.now().getTime() && this.#media.has(query.get('mid') ?? '');
    return isAlive ? { status: 200, headers: { 'content-type': 'image/png' }, body: this.photo } : { status: 404 };
  }

  #listTemplates(): SimulatedAnswer {
    const data = [...this.templates].map(([name, { status }]) => ({ name, language: 'id', status }));
    return { status: 200, body: { data } };
  }

  #subscribed(method: string): SimulatedAnswer {
    if (method === 'POST') this.accountFields = [...FIELDS];
    if (method === 'DELETE') this.accountFields = [];
    if (method !== 'GET') return { status: 200, body: { success: true } };
    const data =
      this.accountFields.length > 0 ? [{ whatsapp_business_api_data: { id: this.ids.app, name: 'Simpul' } }] : [];
    return { status: 200, body: { data } };
  }

  #subscriptions(query: URLSearchParams): SimulatedAnswer {
    if (query.get('access_token') !== `${this.ids.app}|${this.secret}`) return this.unauthorized();
    const fields = this.applicationFields.map((name) => ({ name, version: 'v26.0' }));
    return { status: 200, body: { data: [{ object: 'whatsapp_business_account', active: true, fields }] } };
  }

  #isOpen({ lastInbound }: User): boolean {
    return lastInbound !== null && this.now().getTime() - lastInbound < DAY_MS;
  }

  #store(): string {
    const id = String(1_500_000_000_000_000 + this.#next());
    this.#media.set(id, this.now().getTime());
    return id;
  }

  #next(): number {
    this.#count += 1;
    return this.#count;
  }

  /** As the platform's own: it spells out whose message it is. */
  #wamid({ phone }: User): string {
    return `wamid.${Buffer.from(`\u001c\u0018${phone ?? ''}\u0015${this.uuid()}`).toString('base64')}`;
  }
}

const textMessage = (body: string | undefined) => ({ type: 'text', text: { body } });
