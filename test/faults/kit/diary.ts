import type { PlatformSimulator } from '#connector/testing';

export const HOME = 'lapor-masbup';
export const PROVINCE = 'laporgub';
export const WORKS = 'smartdpu';
export type PlatformName = typeof HOME | typeof PROVINCE | typeof WORKS;

/** One complaint, as the people who tell it know it. Its mark stands in the text of each of its cases. */
export interface Story {
  mark: string;
  origin: PlatformName;
  /** The case where it began. */
  caseId: string;
  /** Every platform that must have exactly one case of it. */
  lives: PlatformName[];
  handler: PlatformName;
  /** Photos that the citizen sent along. */
  photos: number;
}

export type Said = 'reply' | 'follow_up' | 'note';

/** What somebody did on a platform, in the order it was done. */
export type Told =
  | { kind: 'opened'; mark: string; platform: PlatformName; story: Story }
  | { kind: Said; mark: string; platform: PlatformName; story: Story }
  | { kind: 'status'; status: string; platform: PlatformName; story: Story }
  | { kind: 'returned'; platform: PlatformName; story: Story };

export type Whose = 'provinsi' | 'kabupaten' | 'rumah';

export const MARK = /\bm\d{6}\b/g;

/** Plays the people on the platforms and writes down what they did: what is proven is measured against it. */
export class Diary {
  readonly told: Told[] = [];
  private count = 0;

  constructor(private readonly simulators: Record<PlatformName, PlatformSimulator>) {}

  /** A citizen complains at home, and it is known whose duty it is. */
  async report(whose: Whose, input: Record<string, string> = {}): Promise<Story> {
    const mark = this.next();
    const caseId = await this.simulators[HOME].play('lapor', null, {
      isi: `Aduan ${mark}: jalan rekaan di depan pasar rusak berat dan membahayakan pengendara setiap hari.`,
      kategori: whose === 'rumah' ? 'bantuan-sosial' : 'perbaikan-jalan',
      kecamatan: 'Bobotsari',
      ...(whose === 'rumah' ? {} : { kewenangan: whose }),
      ...input,
    });
    const handler = whose === 'provinsi' ? PROVINCE : whose === 'kabupaten' ? WORKS : HOME;
    const lives = [...new Set([HOME, handler])] as PlatformName[];
    return this.opened({ mark, origin: HOME, caseId, lives, handler, photos: photosIn(input) });
  }

  /** The province hands a complaint down. */
  async handDown(input: Record<string, string> = {}): Promise<Story> {
    const mark = this.next();
    const isi = `Aduan ${mark}: pembagian bantuan sosial rekaan di desa kami tidak merata, mohon diperiksa datanya.`;
    const caseId = await this.simulators[PROVINCE].play('turunkan', null, { isi, kategori: 'Sosial', ...input });
    const photos = photosIn(input);
    return this.opened({ mark, origin: PROVINCE, caseId, lives: [PROVINCE, HOME], handler: HOME, photos });
  }

  /** Somebody writes on a platform's case of the story. Resolves with the mark in the text. */
  async say(story: Story, platform: PlatformName, caseId: string, kind: Said = 'reply', text = ''): Promise<string> {
    const mark = this.next();
    const isi = text.includes('MARK') ? text.replace('MARK', mark) : `Kabar ${mark} ${text}`.trim();
    this.told.push({ kind, mark, platform, story });
    const [play, more] = WAYS[platform][kind];
    await this.simulators[platform].play(play, caseId, { isi, ...more });
    return mark;
  }

  async move(story: Story, platform: PlatformName, caseId: string, status: string): Promise<void> {
    this.told.push({ kind: 'status', status, platform, story });
    await this.simulators[platform].play('status', caseId, { status });
  }

  /** "Not ours": the platform that the complaint was forwarded to gives it back, and home decides again. */
  async giveBack(story: Story, platform: typeof PROVINCE | typeof WORKS, caseId: string): Promise<void> {
    this.told.push({ kind: 'returned', platform, story });
    const words = 'Bukan wewenang kami';
    if (platform === WORKS) await this.simulators[WORKS].play('tolak', caseId, { isi: words });
    else await this.simulators[PROVINCE].play('kembalikan', caseId, { alasan: words });
  }

  private opened(story: Story): Story {
    this.told.push({ kind: 'opened', mark: story.mark, platform: story.origin, story });
    return story;
  }

  private next(): string {
    this.count += 1;
    return `m${String(this.count).padStart(6, '0')}`;
  }
}

export const WITH_PHOTO = { foto: 'dengan foto' };
const photosIn = ({ foto }: Record<string, string>): number => (foto === WITH_PHOTO.foto ? 1 : 0);

type Way = [play: string, more?: Record<string, string>];

const WAYS: Record<PlatformName, Record<Said, Way>> = {
  [HOME]: { reply: ['tanggapan'], follow_up: ['susulan'], note: ['tanggapan', { publik: 'tidak' }] },
  [PROVINCE]: { reply: ['tanggapan'], follow_up: ['jawaban'], note: ['tanggapan', { jenis: 'catatan_internal' }] },
  [WORKS]: { reply: ['komentar'], follow_up: ['komentar'], note: ['komentar'] },
};
