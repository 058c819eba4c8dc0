import type { Marks } from '#complaint';

const SECRET = /\b(?:di)?rahasia(?:kan)?\b/i;
const IDENTITY = /\b(?:identitas|nama|nomor|no|data diri|pelapor)\b/i;
const MATTER = /\b(?:laporan|aduan|pengaduan|isi|masalah|kasus|ini)\b/i;
const NAMELESS =
  /\banonim\b|\b(?:jangan|aja|tanpa|tidak usah|nggak usah|gak usah)\s+(?:di)?(?:sebut|tampil|tulis|cantum)?\w*\s*(?:nama|identitas)\b/i;

/** Marks that somebody asks for in their own words. What could be meant counts: a mark too much is lifted by an admin. */
export function marksIn(text: string): Marks {
  const isSecret = SECRET.test(text);
  const isAboutWho = IDENTITY.test(text);
  return {
    anonim: NAMELESS.test(text) || (isSecret && isAboutWho),
    rahasia: isSecret && (!isAboutWho || MATTER.test(text)),
  };
}
