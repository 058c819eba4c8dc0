import type { Labels } from '../../api/labels.ts';
import { choicesOf } from '../../words/choices.ts';
import { named, say } from '../../words/words.ts';

export type LabelKind = Labels['unmapped'][number]['kind'];
type StatusLabel = Labels['statuses'][number];

/** Where the profile keeps the words of each kind; words of another kind are mapped in its text. */
const SECTIONS: Record<Exclude<LabelKind, 'other'>, readonly string[]> = {
  status: ['statuses', 'in'],
  category: ['categories', 'in'],
  kewenangan: ['kewenangan'],
};

export const pathOf = (kind: LabelKind, label: string): string[] | null =>
  kind === 'other' ? null : [...SECTIONS[kind], label];

const NOBODY = 'person';

interface Choices {
  group: string;
  items: { value: string; label: string }[];
}

const items = (group: string, prefix: string) =>
  choicesOf(group).map(([value, label]) => ({ value: `${prefix}:${value}`, label }));

const reasons = (group: string, status: string) =>
  items(group, `status:${status}`).map(({ value, label }) => ({
    value,
    label: `${named('status', status)}: ${label}`,
  }));

/** What a word of a kind can mean to us, as a list to choose from. */
export function choicesFor(kind: LabelKind): Choices[] {
  if (kind === 'category')
    return [
      { group: say('labels.category'), items: items('category', 'category') },
      { group: say('labels.else'), items: [{ value: NOBODY, label: say('labels.person') }] },
    ];
  if (kind === 'kewenangan') {
    const all = choicesOf('kewenangan').filter(([value]) => value !== 'unknown');
    return [
      { group: say('word.kewenangan'), items: all.map(([value, label]) => ({ value: `kewenangan:${value}`, label })) },
    ];
  }
  return [
    { group: say('word.status'), items: items('status', 'status') },
    { group: say('labels.resolved'), items: reasons('result', 'resolved') },
    { group: say('labels.rejected'), items: reasons('rejection', 'rejected') },
    {
      group: say('labels.event'),
      items: ['returned', 'accepted'].map((event) => ({ value: `event:${event}`, label: named('event', event) })),
    },
  ];
}

/** What a choice stands for, as the profile writes it. */
export function meaningOf(choice: string): unknown {
  if (choice === NOBODY) return null;
  const [kind = '', word = '', reason] = choice.split(':');
  if (kind === 'event') return { event: word };
  if (kind !== 'status') return word;
  if (reason === undefined) return { status: word };
  return { status: word, [word === 'resolved' ? 'outcome' : 'rejection']: reason };
}

export function choiceOfStatus({ status, event, outcome, rejection }: StatusLabel): string {
  if (event) return `event:${event}`;
  return ['status', status, outcome ?? rejection].filter(Boolean).join(':');
}

export const choiceOfCategory = (category: string | null): string => (category ? `category:${category}` : NOBODY);

/** As the hub compares them: stray spaces and capitals make no other word. */
export const sameWord = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();
