import type { NewKey } from '../../api/keys.ts';
import { choicesOf } from '../../words/choices.ts';
import { named } from '../../words/words.ts';

type Scope = NewKey['scopes'][number];

/** The catalogue's keys take a dot for the end of a group. */
export const scopeNamed = (scope: string): string => named('scope', scope.replace('.', '-'));

export const scopes = (): [Scope, string][] =>
  choicesOf('scope').map(([value, name]) => [value.replace('-', '.') as Scope, name]);
