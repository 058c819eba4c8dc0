import { type Key, say } from '../words/words.ts';

/** What the editor itself says, by its own English. */
const PHRASES: Record<string, Key> = {
  Find: 'editor.find',
  Replace: 'editor.replace-by',
  next: 'editor.next',
  previous: 'editor.previous',
  all: 'editor.all',
  'match case': 'editor.match-case',
  regexp: 'editor.regexp',
  'by word': 'editor.by-word',
  replace: 'editor.replace',
  'replace all': 'editor.replace-all',
  close: 'act.close',
  'replaced $ matches': 'editor.replaced',
  'Fold line': 'editor.fold',
  'Unfold line': 'editor.unfold',
  'folded code': 'editor.folded',
  unfold: 'editor.unfold',
  Completions: 'editor.completions',
};

export const phrases = (): Record<string, string> =>
  Object.fromEntries(Object.entries(PHRASES).map(([english, key]) => [english, say(key)]));
