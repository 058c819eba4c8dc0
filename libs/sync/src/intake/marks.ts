import type { Marks } from '#complaint';
import { drawnIn, fold } from '#text';

/*
 * How people ask to stay unknown, in folded words: small letters, no signs, one space between two. A few words may stand
 * between those that count: "jgn sebut nama sy", "nama saya mohon tidak usah di publikasikan".
 */
const upTo = (words: number): string => `(?:\\w+ ){0,${words}}`;

const TIDAK = '(?:tidak|tdk|tak|nggak|ngga|enggak|gak|ga|gk|ora|mboten|ndak)';
const USAH = `(?:${TIDAK} usah|gausah|gakusah|nggausah|usah)`;
const NOT = `(?:(?:jangan|jgn|jgan|jng|ojo|aja)(?! lupa)|tanpa|${USAH}|${TIDAK} (?:perlu|mau|ingin|boleh|sampai))`;
const TOLD = '(?:sebut|sebar|publik|publis|umumkan|bocorkan|ekspos|expos|ungkap|share)';
/** What may be done to a name. Never `ter-`: "nama saya tidak tercantum" complains of a list. */
const TELL =
  `(?:(?:di)?(?:${TOLD}|tampil|tulis|cantum|muat|bagikan|posting|viral|bawa)|n?yebut|(?:di|ke)tahu|` +
  'me(?:nyebut|nyebar|nampil|nulis|ncantum|mpublik|ngumum|mbocor|ngungkap|muat))\\w*';

const PLACE = '(?:jalan|jln|jl|desa|dusun|gang|kampung|kecamatan|kelurahan|sekolah|toko|pasar|jembatan|sungai|tempat)';
const SELF = '(?:saya|sy|sya|saia|aku|ak|gue|gw|ku|kami|kulo|kula|inyong|nyong|pelapor|pengadu|pengirim)';
const CALLED = '(?:nomor|nomer|no) (?:hp|hape|wa|whatsapp|telepon|telpon|telp|tlp)';
const OWN = `(?:identitas(?:ku|nya)?|data (?:diri|pribadi)|${CALLED}|nomorhp)(?: ${SELF})?`;
/** A person beyond doubt; a mere name may be that of a road. */
const ME = `(?:(?:nama|nomor|nomer|no) (?!${PLACE})${upTo(1)}${SELF}|namaku|${OWN})`;
const NAME = `(?:${ME}|nama(?:nya|ne)?(?! ${PLACE}))`;

const HIDE = '(?:(?:di)?(?:samar|sembunyi|umpet|sensor|blur)|menyamar|menyembunyi)\\w*';
/** Roads are closed and markets guarded, too: nothing but politeness may stand between. */
const KEEP = '(?:di)?(?:tutup|jaga|lindungi)(?:i|in|kan|lah)?';
const PLEASE =
  '(?:(?:mohon|tolong|minta|harap|agar|supaya|untuk|dulu|saja|aja|ya|juga|bisa|perlu|kerahasiaan|privasi) ){0,3}';

const NAMELESS = oneOf(
  '(?:di)?anonim(?:kan)?',
  `(?:tanpa|${USAH}) ${upTo(1)}(?:nama|identitas)(?! ${PLACE})`,
  `${NOT} ${upTo(2)}${TELL} ${upTo(3)}${NAME}`,
  `${NOT} ${upTo(2)}${NAME} ${upTo(3)}${TELL}`,
  `${NAME} ${upTo(4)}${NOT} ${upTo(2)}${TELL}`,
  `${ME} ${upTo(3)}${TIDAK} di ?${TOLD}\\w*`,
  `${HIDE} ${upTo(2)}${ME}`,
  `${ME} ${upTo(3)}${HIDE}`,
  `${KEEP} ${PLEASE}${ME}`,
  `${ME} ${PLEASE}${KEEP}`,
);
const SECRET = oneOf('(?:di|me|ke)?rahasia\\w*');
const IDENTITY = oneOf('(?:identitas|nama|nomor|no)(?:nya|ku|ne)?', 'nomorhp', 'data (?:diri|pribadi)', 'pelapor');
const MATTER = oneOf('laporan', 'aduan', 'pengaduan', 'isi', 'masalah', 'kasus', 'ini');

function oneOf(...patterns: string[]): RegExp {
  return new RegExp(`\\b(?:${patterns.join('|')})\\b`);
}

/** Marks that somebody asks for in their own words. What could be meant counts: a mark too much is lifted by an admin. */
export function marksIn(text: string): Marks {
  const words = fold(text)
    .map((word) => drawnIn(word)[0])
    .join(' ');
  const isSecret = SECRET.test(words);
  const isAboutWho = IDENTITY.test(words);
  return {
    anonim: NAMELESS.test(words) || (isSecret && isAboutWho),
    rahasia: isSecret && (!isAboutWho || MATTER.test(words)),
  };
}
