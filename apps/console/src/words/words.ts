import { useSyncExternalStore } from 'react';
import { groupOfEvent } from './events.ts';
import { Interpreter, namesIn } from './heard.ts';
import id from './id.json';

export type Key = keyof typeof id;
export type Language = 'id' | 'en';
type Words = Record<Key, string>;
type Values = Record<string, string | number>;

const STORED = 'simpul-aduan.bahasa';
const LOCALE = { id: 'id-ID', en: 'en-GB' } as const;

let language: Language = 'id';
let words: Words = id;
let interpreter: Interpreter | null = null;
const listeners = new Set<() => void>();

/** Bahasa Indonesia is at hand; English comes when it is asked for. */
export async function loadWords(wanted = localStorage.getItem(STORED)): Promise<void> {
  if (wanted === 'en') {
    const [{ default: en }, { default: sentences }] = await Promise.all([
      import('./en.json'),
      import('./sentences.en.json'),
    ]);
    words = en;
    interpreter ??= new Interpreter({ ...namesIn(id, en), ...sentences });
  } else words = id;
  language = wanted === 'en' ? 'en' : 'id';
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

export async function choose(wanted: Language): Promise<void> {
  localStorage.setItem(STORED, wanted);
  await loadWords(wanted);
}

/** `{name}` in a text stands for the value of that name; `{name|one|many}` for the one word where it is 1, else the other. */
export const say = (key: Key, values: Values = {}): string =>
  words[key].replaceAll(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (many !== undefined) return value === 1 ? (one ?? '') : many;
    return typeof value === 'number' ? value.toLocaleString(LOCALE[language]) : value;
  });

/** What the server said, in the language that is chosen: it speaks Bahasa Indonesia. */
export const heard = <T extends string | null | undefined>(said: T): T | string =>
  said && language === 'en' && interpreter ? interpreter.read(said) : said;

/** What the catalogue calls one of the hub's values, or the value itself where the hub has learnt a new one. */
export const named = (group: string, value: string): string => namedOr(group, value, value);

/** The hub's own sentence stands where the catalogue has none for its code. */
export const namedOr = (group: string, value: string, otherwise: string, values: Values = {}): string => {
  const key = `${group}.${value}`;
  return key in words ? say(key as Key, values) : otherwise;
};

/** What the audit tells of, which is more than what happens to complaints. */
export const eventNamed = (type: string): string => named(groupOfEvent(type, words), type);

export const locale = (): string => LOCALE[language];

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Draws again when the language changes. */
export const useLanguage = (): Language => useSyncExternalStore(subscribe, () => language);
