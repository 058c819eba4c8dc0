import { OUTCOME, REJECTION, STATUS, type Status } from '#complaint';
import type { NoticeKind, OutgoingSaid } from '#connector';
import type { Missing } from '#text';
import { BUTTON } from './command.ts';
import type { Saying } from './saying.ts';

/** What is said besides the saying itself. */
interface About {
  /** The complaint; `null` where nothing is one yet. */
  complaint: { number: string; status: Status; link: string | null } | null;
  /** For all to read: then nothing but the number, where it stands, and the link. */
  isPublic: boolean;
  titleOf(instance: string): string;
}

type Worded = Pick<OutgoingSaid, 'text' | 'link' | 'buttons' | 'notice'>;

const ASK: Record<Missing, string> = {
  what: 'apa yang terjadi',
  where: 'di mana lokasinya (desa atau kelurahan, dan patokannya)',
};
const HINT = 'Balas pesan ini untuk menambah keterangan. Ketik STATUS untuk menanyakan kabar, BARU untuk aduan lain.';

/** Every text that citizens get in a conversation. The link stands at the end, where it is kept if a text is cut. */
export function wordingOf(saying: Saying, about: About): Worded {
  const { complaint, isPublic } = about;
  const number = complaint?.number ?? '';
  const plain = (words: string, kind: NoticeKind = 'needs_info', link: string | null = null): Worded => ({
    text: link === null ? words : `${words}\n${link}`,
    link,
    buttons: [],
    notice: { kind, number, status: complaint ? STATUS[complaint.status].label : '', detail: words },
  });
  const told = (words: string, kind: NoticeKind): Worded => plain(words, kind, complaint?.link ?? null);

  switch (saying.say) {
    case 'registered':
      return isPublic
        ? told(`Terima kasih, aduan tercatat dengan nomor ${number}. Perkembangannya:`, 'registered')
        : told(`Terima kasih, aduan Anda tercatat dengan nomor ${number}. ${HINT} Perkembangannya:`, 'registered');
    case 'status':
      return status(saying, number, told, isPublic);
    case 'reply': {
      const from = saying.author.name ?? about.titleOf(saying.source);
      return isPublic
        ? told(`Ada tanggapan untuk aduan ${number}. Selengkapnya:`, 'update')
        : told(`Tanggapan ${from} untuk aduan ${number}:\n${saying.text}`, 'update');
    }
    case 'state':
      return told(`Aduan ${number}: ${complaint ? STATUS[complaint.status].label : ''}.`, 'update');
    case 'reopened':
      return isPublic
        ? told(`Aduan ${number} dibuka kembali. Perkembangannya:`, 'update')
        : told(
            `Aduan ${number} dibuka kembali. Mohon tulis apa yang belum selesai; boleh juga mengirim foto.`,
            'update',
          );
    case 'asked': {
      const asked = saying.missing.map((each) => ASK[each]).join(' dan ');
      return isPublic
        ? plain(`Terima kasih. Agar dapat diteruskan, mohon sebutkan ${asked} dengan membalas komentar ini.`)
        : plain(`Terima kasih. Agar dapat diteruskan, mohon sebutkan ${asked}. Boleh juga mengirim lokasi.`);
    }
    case 'greeting':
      return plain(
        'Halo, ini kanal aduan Kabupaten Purbalingga. Silakan tulis apa yang terjadi dan di mana lokasinya.',
      );
    case 'start':
      return plain('Silakan tulis aduan baru Anda: apa yang terjadi dan di mana lokasinya.');
    case 'unknown_code':
      return plain(
        'Nomor aduan itu tidak ditemukan di percakapan ini. Periksa lagi nomornya, misalnya STATUS SA-2026-000042.',
      );
    case 'unreadable':
      return plain('Maaf, pesan itu tidak dapat kami baca. Mohon kirim ulang sebagai teks, foto, atau lokasi.');
    case 'flood':
      return plain(
        'Pesan Anda terlalu banyak dalam satu jam, sehingga yang terakhir tidak kami terima. Mohon coba lagi satu jam lagi.',
      );
    case 'too_many':
      return plain(
        'Aduan Anda hari ini sudah mencapai batas. Yang baru saja ditulis tidak kami terima; mohon kirim lagi besok.',
      );
  }
}

function status(
  { status: to, outcome, rejection, note }: Extract<Saying, { say: 'status' }>,
  number: string,
  told: (words: string, kind: NoticeKind) => Worded,
  isPublic: boolean,
): Worded {
  const hasEnded = STATUS[to].rank >= STATUS.resolved.rank;
  const kind = to === 'needs_info' ? 'needs_info' : hasEnded ? 'closed' : 'update';
  const how = outcome
    ? ` (${OUTCOME[outcome].toLowerCase()})`
    : rejection
      ? ` (${REJECTION[rejection].toLowerCase()})`
      : '';
  const words = `Kabar aduan ${number}: ${STATUS[to].label}${how}.`;
  if (isPublic) return told(words, kind);
  const worded = told(note ? `${words} ${note}` : words, kind);
  if (to !== 'resolved') return worded;
  return { ...worded, buttons: [{ payload: BUTTON.notDone, title: 'Belum selesai' }] };
}
