import type { Group } from '../../api/parked.ts';
import { namedOr } from '../../words/words.ts';

/** What can be done, in the reader's language where the catalogue knows the code; else the hub's own sentence. */
export const adviceFor = ({ state, code, advice }: Pick<Group, 'state' | 'code' | 'advice'>): string =>
  namedOr('advice', state === 'uncertain' ? state : (code ?? 'usual'), advice);
