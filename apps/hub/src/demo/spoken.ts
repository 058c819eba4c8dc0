import type { Step, Story } from './story.ts';

/** What a citizen does on a channel, and with what words. */
interface Speech {
  file: string;
  reply: string;
  input(said: { isi: string; nama: string; telepon: string }): Record<string, string>;
}

/** Below a post of the account, for all to read. */
const COMMENT: Speech = { file: 'komentar', reply: 'balas', input: ({ isi, nama }) => ({ isi, nama }) };

/** The channels on which people complain by themselves, where they are connected. */
const SPEECH: Record<string, Speech> = {
  whatsapp: {
    file: 'kirim',
    reply: 'balas',
    input: ({ isi, nama, telepon }) => ({ isi, nama, nomor: telepon }),
  },
  instagram: COMMENT,
  facebook: COMMENT,
  tiktok: COMMENT,
};

/** Who wants to stay unnamed says so; nobody ticks a box in a chat. */
const UNNAMED = 'Tolong jangan sebut nama saya. ';

/** The complaint as it is where its channel is connected: said there, and its citizen goes on to speak there. */
export function spoken(story: Story, connected: (channel: string) => boolean): Story {
  const speech = SPEECH[story.channel];
  if (story.from !== 'lapor-masbup' || !speech || !connected(story.channel)) return story;
  const { isi = '', nama = '', telepon = '', tanda, foto, kategori } = story.filing.input;
  const at = story.channel as Step['at'];
  const words = tanda === 'anonim' ? `${UNNAMED}${isi}` : isi;
  const input = {
    ...speech.input({ isi: words, nama, telepon }),
    ...(foto && story.channel === 'whatsapp' ? { foto } : {}),
  };
  const decides = story.goesTo === 'laporgub' && !story.steps.some(({ play }) => play === 'disposisi');
  const decided: Step = {
    after: 8,
    at: 'lapor-masbup',
    play: 'disposisi',
    input: { kewenangan: 'provinsi', ...(kategori ? { kategori } : {}) },
  };
  const steps = story.steps.map((step) =>
    step.play === 'susulan' ? { ...step, at, play: speech.reply, input: { isi: step.input['isi'] ?? '' } } : step,
  );
  // What nobody chose from a list is for an admin to say.
  const [verified, ...rest] = steps;
  const told = decides && verified ? [verified, decided, ...rest] : steps;
  return { ...story, from: at as Story['from'], filing: { play: speech.file, input }, steps: told };
}

const NUMBER = /SA-\d{4}-\d{6,}/;

/** The number that the hub said in the conversation, as the citizen reads it there; `null` where it said none yet. */
export const numberSaid = (lines: readonly string[]): string | null =>
  lines.map((line) => NUMBER.exec(line)?.[0]).findLast((number) => number !== undefined) ?? null;
