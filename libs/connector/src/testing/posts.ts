import { ADVANCE, GraphSimulator } from './channel.ts';
import type { Play, PlayField, ShownCase, SimulatedAnswer } from './platform.ts';

export interface Commenter {
  id: string;
  name: string;
  /** Milliseconds by the platform's clock. */
  lastInbound: number | null;
  lines: string[];
  lastButtons: { payload: string; title: string }[];
  direct: boolean;
}

export interface Comment {
  id: string;
  post: string;
  parent: string | null;
  /** `null`: our own account. */
  by: Commenter | null;
  text: string;
  at: number;
  isGone: boolean;
  isAnsweredPrivately: boolean;
}

export interface DirectMessage {
  id: string;
  to: Commenter;
  text: string;
  own: string | undefined;
}

const DAY_MS = 86_400_000;
const NAME: PlayField = { name: 'nama', label: 'Nama', required: true };
const SAID: PlayField = { name: 'isi', label: 'Isi', required: true, long: true };
const PHOTO: PlayField = { name: 'foto', label: 'Foto', options: ['tanpa foto', 'dengan foto'] };

const PLAYS: Play[] = [
  { name: 'komentar', label: 'Warga: tulis komentar', onCase: false, fields: [NAME, SAID] },
  { name: 'kirim', label: 'Warga: kirim pesan', onCase: false, fields: [NAME, SAID, PHOTO] },
  ADVANCE,
  {
    name: 'balas',
    label: 'Warga: tulis lagi',
    onCase: true,
    fields: [{ ...NAME, label: 'Warga lain', required: false }, SAID],
  },
  { name: 'tombol', label: 'Warga: tekan tombol', onCase: true, fields: [{ name: 'judul', label: 'Tombol' }] },
  { name: 'ubah', label: 'Warga: ubah komentar', onCase: true, fields: [SAID] },
  { name: 'hapus', label: 'Warga: hapus komentar', onCase: true, fields: [] },
  { name: 'petugas', label: 'Petugas: jawab dari aplikasi', onCase: true, fields: [SAID] },
];

/** Posts with comments below them, and conversations between one person and the account. */
export abstract class PostsSimulator extends GraphSimulator {
  readonly plays: Play[] = PLAYS;
  readonly people: Commenter[] = [];
  readonly comments: Comment[] = [];
  readonly sent: DirectMessage[] = [];
  /** How long the account may write after a person's last message. */
  protected readonly windowMs: number = DAY_MS;
  #count = 0;

  abstract readonly posts: { id: string; at: number }[];
  protected abstract commentId(n: number): string;
  protected abstract personId(n: number): string;
  protected abstract messageId(n: number): string;
  protected abstract tellComment(comment: Comment): void;
  protected abstract tellGone(comment: Comment): void;
  protected abstract tellEdited(comment: Comment): void;
  protected abstract tellMessage(
    person: Commenter,
    id: string,
    text: string,
    more: { photo?: string; button?: string },
  ): void;
  protected abstract tellEcho(message: DirectMessage, byHand: boolean): void;

  cases(): ShownCase[] {
    const threads = this.comments.filter(({ parent }) => parent === null).toReversed();
    const talks = this.people.filter(({ direct }) => direct).toReversed();
    return [
      ...threads.map((root) => ({
        id: `k:${root.id}`,
        title: `${root.by?.name ?? 'Akun kami'} · komentar`,
        status: root.isGone ? 'dihapus' : 'tampil',
        lines: this.comments.filter(({ id, parent }) => id === root.id || parent === root.id).map(shown),
      })),
      ...talks.map((person) => ({
        id: `d:${person.id}`,
        title: `${person.name} · pesan`,
        status: this.isOpen(person) ? 'jendela terbuka' : 'jendela tertutup',
        lines: person.lines,
      })),
    ];
  }

  async play(name: string, caseId: string | null, input: Record<string, string>): Promise<string> {
    const { isi = '', nama = '', foto } = input;
    if (name === 'maju') {
      this.advanceBy(input['jam']);
      return this.cases()[0]?.id ?? '';
    }
    if (caseId === null) {
      if (name === 'komentar') return `k:${this.#comment(this.person(nama), null, isi).id}`;
      if (name === 'kirim') return this.#speak(this.person(nama), isi, foto === 'dengan foto');
      throw new Error(`tindakan tidak dikenal: ${name}`);
    }
    if (caseId.startsWith('k:')) this.#onComment(name, caseId.slice(2), input);
    else this.#inTalk(name, caseId.slice(2), input);
    return caseId;
  }

  #onComment(name: string, id: string, { isi = '', nama = '' }: Record<string, string>): void {
    const comment = this.comments.find((each) => each.id === id);
    if (!comment) throw new Error('komentar tidak ditemukan');
    if (name === 'balas')
      this.#comment(nama ? this.person(nama) : (comment.by ?? this.person('Warga lain')), comment, isi);
    else if (name === 'petugas') this.#comment(null, comment, isi);
    else if (name === 'ubah') {
      comment.text = isi;
      this.tellEdited(comment);
    } else if (name === 'hapus') {
      comment.isGone = true;
      this.tellGone(comment);
    } else throw new Error(`tidak dapat dilakukan pada komentar: ${name}`);
  }

  #inTalk(name: string, id: string, { isi = '', judul }: Record<string, string>): void {
    const person = this.people.find((each) => each.id === id);
    if (!person) throw new Error('percakapan tidak ditemukan');
    if (name === 'balas') this.#speak(person, isi, false);
    else if (name === 'tombol') {
      const button = person.lastButtons.find(({ title }) => title === judul) ?? person.lastButtons[0];
      if (!button) throw new Error('tidak ada tombol pada pesan terakhir');
      this.#speak(person, button.title, false, button.payload);
    } else if (name === 'petugas') this.tellEcho(this.#write(person, isi, undefined, 'Petugas dari aplikasi'), true);
    else throw new Error(`tidak dapat dilakukan pada pesan: ${name}`);
  }

  person(name: string): Commenter {
    const known = this.people.find((each) => each.name === name);
    if (known) return known;
    const person = {
      id: this.personId(this.next()),
      name,
      lastInbound: null,
      lines: [],
      lastButtons: [],
      direct: false,
    };
    this.people.push(person);
    return person;
  }

  #comment(by: Commenter | null, parent: Comment | null, text: string): Comment {
    const comment = {
      id: this.commentId(this.next()),
      post: parent?.post ?? this.posts[0]?.id ?? '',
      parent: parent ? (parent.parent ?? parent.id) : null,
      by,
      text,
      at: this.now().getTime(),
      isGone: false,
      isAnsweredPrivately: false,
    };
    this.comments.push(comment);
    this.tellComment(comment);
    return comment;
  }

  #speak(person: Commenter, text: string, withPhoto: boolean, button?: string): string {
    person.direct = true;
    person.lastInbound = this.now().getTime();
    person.lines.push(`${this.now().toISOString()} Warga: ${withPhoto ? '[foto] ' : ''}${text}`);
    const photo = withPhoto ? { photo: `${this.url}/foto/${this.next()}.png` } : {};
    this.tellMessage(person, this.messageId(this.next()), text, { ...photo, ...(button !== undefined && { button }) });
    return `d:${person.id}`;
  }

  #write(person: Commenter, text: string, own: string | undefined, by = 'Kami'): DirectMessage {
    person.direct = true;
    person.lines.push(`${this.now().toISOString()} ${by}: ${text}`);
    const message = { id: this.messageId(this.next()), to: person, text, own };
    this.sent.push(message);
    return message;
  }

  /** A public reply of ours through the API; it comes back as any comment does. */
  protected replyTo(commentId: string, text: string): Comment | null {
    const parent = this.comments.find(({ id, isGone }) => id === commentId && !isGone);
    if (!parent) return null;
    const reply = this.#comment(null, parent, text);
    this.committed('balasan', `k:${reply.parent}`, null);
    return reply;
  }

  /** A message of ours through the API. Its echo comes before the answer as often as after it. */
  protected writeTo(
    person: Commenter,
    text: string,
    own: string | undefined,
    buttons: Commenter['lastButtons'] = [],
  ): DirectMessage {
    const message = this.#write(person, text, own);
    person.lastButtons = buttons;
    this.committed('pesan', `d:${person.id}`, own ?? null);
    if (this.random() < 0.5) this.tellEcho(message, false);
    else this.later(this.receiptsAfter, () => this.tellEcho(message, false));
    return message;
  }

  protected isOpen({ lastInbound }: Commenter, windowMs = this.windowMs): boolean {
    return lastInbound !== null && this.now().getTime() - lastInbound < windowMs;
  }

  protected next(): number {
    this.#count += 1;
    return this.#count;
  }

  protected repliesOf(id: string): Comment[] {
    return this.comments.filter(({ parent, isGone }) => parent === id && !isGone);
  }

  protected readonly done: SimulatedAnswer = { status: 200, body: { success: true } };
}

const shown = ({ at, by, text, isGone }: Comment): string =>
  `${new Date(at).toISOString()} ${by ? `Warga (${by.name})` : 'Kami'}: ${isGone ? '[dihapus]' : text}`;
