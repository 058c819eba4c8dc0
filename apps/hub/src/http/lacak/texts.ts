import { EN } from './texts-en.ts';
import { ID, type Texts } from './texts-id.ts';

export type { Texts } from './texts-id.ts';

type Lang = 'id' | 'en';

/** Bahasa Indonesia unless the address asks for English: nobody's browser decides for a shared link. */
export const langOf = (asked: unknown): Lang => (asked === 'en' ? 'en' : 'id');

export const textsOf = (lang: Lang): Texts => (lang === 'en' ? EN : ID);

/** The address of a page in the language that is being read. */
export const inLang = (path: string, { lang }: Texts): string => (lang === 'en' ? `${path}?lang=en` : path);
