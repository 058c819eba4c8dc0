/** What somebody is writing, and the version that it was begun from. */
export interface KeptDraft {
  text: string;
  begun: { version: number; text: string };
}

const STORED = 'simpul-aduan.naskah';

const placeOf = (who: string, name: string): string => `${STORED}.${who}.${name}`;

/** Gone with the tab; within it a draft outlives the page, and the session that it was written in. */
export function keepDraft(who: string, name: string, draft: object): void {
  try {
    sessionStorage.setItem(placeOf(who, name), JSON.stringify(draft));
  } catch {
    // The browser has no room for it: it lives as long as its page, and what is written goes on.
  }
}

export function recallDraft<Draft extends object = KeptDraft>(who: string, name: string): Draft | null {
  const kept = sessionStorage.getItem(placeOf(who, name));
  return kept === null ? null : (JSON.parse(kept) as Draft);
}

export const dropDraft = (who: string, name: string): void => sessionStorage.removeItem(placeOf(who, name));

export function dropDraftsOf(who: string, names = ''): void {
  for (const place of Object.keys(sessionStorage)) {
    if (place.startsWith(placeOf(who, names))) sessionStorage.removeItem(place);
  }
}

/** What is being said about complaints, which can hold what a citizen said: whoever signs out leaves none of it behind. */
const ABOUT_COMPLAINTS = 'aduan/';

export const dropWordsOf = (who: string): void => dropDraftsOf(who, ABOUT_COMPLAINTS);

export const actDraft = (number: string, act: string): string => `${ABOUT_COMPLAINTS}${number}/${act}`;
