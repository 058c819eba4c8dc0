import type { Shown } from '../../api/client.ts';
import { put, rename } from '../../parts/yaml-text.ts';
import { meaningOf } from '../labels/meanings.ts';

export type Proposal = Shown<'ProposalShown'>;

const STATUSES_IN = 'statuses.in.';

/** The draft with one proposal in it; a label only comes in with the meaning that a person gave it. */
export function taken(text: string, { kind, key, current, proposed }: Proposal, meaning: string | null): string {
  if (kind === 'label')
    return meaning === null ? text : put(text, ['statuses', 'in', key.slice(STATUSES_IN.length)], meaningOf(meaning));
  const path = key.split('.');
  if (kind !== 'field' && kind !== 'query') return put(text, path, proposed);
  const section = path.slice(0, path.length - (current ?? '').split('.').length);
  return rename(text, path, [...section, ...proposed.split('.')]);
}
