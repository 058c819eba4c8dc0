export type Command =
  /** How far is it? Of the complaint with that code, or of the one raised here last. */
  | { kind: 'status'; code: string | null }
  /** What follows is another complaint; `rest` already belongs to it. */
  | { kind: 'new'; rest: string }
  /** An answer to "Selesai": it is not. */
  | { kind: 'not_done' };

/** What the buttons that we send give back. */
export const BUTTON = { status: 'status', new: 'baru', notDone: 'belum' } as const;

const STATUS = /^\s*status(?:\s+(?:aduan\s+)?#?([\w-]{4,40}))?[\s.?!]*$/i;
const NEW_ALONE = /^\s*(?:aduan\s+)?baru[\s.!]*$/i;
/** "baru kemarin jalan ini rusak" is no command: with more behind it the word stands alone, in capitals. */
const NEW_WITH_MORE = /^\s*(?:ADUAN\s+)?BARU\s*[:;,.\n-]\s*(\S[\s\S]*)$/;
const NOT_DONE = /^\s*belum(?:\s+selesai)?[\s.!]*$/i;

/** A word that the hub itself answers. */
export function readCommand(text: string, button?: string): Command | null {
  const said = button && Object.values<string>(BUTTON).includes(button) ? button : text;
  const status = STATUS.exec(said);
  if (status) return { kind: 'status', code: status[1] ?? null };
  if (NEW_ALONE.test(said)) return { kind: 'new', rest: '' };
  if (NOT_DONE.test(said)) return { kind: 'not_done' };
  const rest = NEW_WITH_MORE.exec(said)?.[1];
  return rest === undefined ? null : { kind: 'new', rest };
}
