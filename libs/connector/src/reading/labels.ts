import type { Category, Outcome, Rejection, Status } from '#complaint';
import type { LabelMeaning, WireProfile } from '../profile/wire.ts';
import { labelKey } from './text.ts';

/** A platform's statuses and categories, both ways. */
export class Labels {
  private readonly statuses: Map<string, LabelMeaning>;
  private readonly categories: Map<string, Category | null>;

  constructor(private readonly profile: Pick<WireProfile, 'statuses' | 'categories'>) {
    this.statuses = keyed(profile.statuses.in);
    this.categories = keyed(profile.categories?.in ?? {});
  }

  /** `null` where the label is unknown: to be reported, never guessed. */
  meaningOf(label: string): LabelMeaning | null {
    return this.statuses.get(labelKey(label)) ?? null;
  }

  /** The platform's word for a status, or `null` where it has none and nothing is sent. */
  wordFor(status: Status | 'returned' | 'accepted', reason?: Outcome | Rejection | null): string | null {
    const { out } = this.profile.statuses;
    const word = Object.hasOwn(out, status) ? out[status] : null;
    if (typeof word === 'string' || word === null || word === undefined) return word ?? null;
    return (reason && Object.hasOwn(word, reason) ? word[reason] : word['otherwise']) ?? null;
  }

  /** `undefined` where the word is unknown, `null` where it is known to mean nothing of ours. */
  categoryOf(word: string): Category | null | undefined {
    return this.categories.get(labelKey(word));
  }

  categoryWord(category: Category | null): string | null {
    const { out = {}, otherwise = null } = this.profile.categories ?? {};
    return (category && Object.hasOwn(out, category) ? out[category] : otherwise) ?? null;
  }
}

function keyed<T>(labels: Record<string, T>): Map<string, T> {
  return new Map(Object.entries(labels).map(([label, meaning]) => [labelKey(label), meaning]));
}
