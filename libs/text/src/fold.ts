/** What is longer than any complaint is read up to here, so that no text takes long. */
const MAX_CHARS = 20_000;

const LINK = /\b(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+\.(?:com|co|id|ly|me|net|org)(?:\/\S*)?(?![a-z0-9])/g;
const MENTION = /@[\w.]+/g;
/** From a word's beginning only: tried from each of its letters, a long one would take its length squared. */
const TWICE = /(?<![a-z])([a-z]{3,})2(?![a-z0-9])/g;
const LONG_DRAWN = /([a-z])\1{2,}/g;
const LETTERS_OR_DIGITS = /[a-z]+|[0-9]+/g;

/** Stand for what is no word of a language. */
export const A_LINK = 'tautan';
export const A_PHONE = 'nomorhp';

/** The words and numbers of a text in plain small letters; `bolong2` is bolong twice, `rt02` two words. */
export function fold(text: string): string[] {
  const plain = text
    .slice(0, MAX_CHARS)
    .toWellFormed()
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(LINK, ` ${A_LINK} `)
    .replace(MENTION, ' ')
    .replace(TWICE, '$1 $1');
  return phones(plain.match(LETTERS_OR_DIGITS) ?? []);
}

/** Both readings of a long-drawn word: `paraaah` is parah, `saaat` is saat. */
export const drawnIn = (word: string): string[] => [word.replace(LONG_DRAWN, '$1'), word.replace(LONG_DRAWN, '$1$1')];

const PHONE = /^(08|628)\d{7,}$/;

/** Digits side by side that make a mobile number, however it is spaced. */
function phones(words: string[]): string[] {
  const out: string[] = [];
  let digits: string[] = [];
  const flush = () => {
    if (PHONE.test(digits.join(''))) out.push(A_PHONE);
    else out.push(...digits);
    digits = [];
  };
  for (const word of words) {
    if (/^\d/.test(word)) digits.push(word);
    else {
      flush();
      out.push(word);
    }
  }
  flush();
  return out;
}
