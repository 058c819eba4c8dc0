import { CATEGORY, STATUS, type Status } from '#complaint';
import { type ExchangeProfile, type LabelMeaning, WireProfile } from '#connector';
import type { Db } from '#store';
import type { CategoryLabel, Labels, StatusLabel, StatusWord, UnmappedLabel } from './labels.dto.ts';

/** A profile's tables both ways, with how often each label is met, and what is met and stands in no table. */
export async function labelsOf(db: Db, instance: string, settings: ExchangeProfile): Promise<Labels> {
  const met = await labelsMet(db, instance);
  // A channel has neither statuses nor subjects.
  const { statuses, categories } = settings instanceof WireProfile ? settings : NO_TABLES;
  return {
    statuses: Object.entries(statuses.in).map(([label, meaning]) => statusLabel(label, meaning, met)),
    status_words: Object.entries(statuses.out).map(([status, word]) => statusWord(status, word)),
    categories: Object.entries(categories?.in ?? {}).map(
      ([label, category]): CategoryLabel => ({ label, category, category_label: category && CATEGORY[category] }),
    ),
    category_words: Object.entries(categories?.out ?? {}).map(([category, word]) => ({
      category: category as keyof typeof CATEGORY,
      word: word ?? null,
    })),
    unmapped: await unmapped(db, instance),
  };
}

const NO_TABLES: Pick<WireProfile, 'statuses' | 'categories'> = {
  statuses: { in: {}, out: {} } as unknown as WireProfile['statuses'],
};

function statusLabel(label: string, meaning: LabelMeaning, met: Map<string, number>): StatusLabel {
  const { event = null, ...known } = meaning;
  const {
    status = null,
    outcome = null,
    rejection = null,
  } = known as Partial<Extract<LabelMeaning, { status: Status }>>;
  const words = status ? STATUS[status].label : event === 'returned' ? 'Dikembalikan' : 'Dicatat diterima';
  return { label, status, event, outcome, rejection, means: words, count: met.get(label.trim().toLowerCase()) ?? 0 };
}

function statusWord(status: string, word: WireProfile['statuses']['out'][Status] | undefined): StatusWord {
  const label = status in STATUS ? STATUS[status as Status].label : status;
  if (typeof word === 'object' && word !== null) return { status, status_label: label, word: null, words: word };
  return { status, status_label: label, word: word ?? null, words: null };
}

/** Where cases stand now, by the platform's own words. */
async function labelsMet(db: Db, instance: string): Promise<Map<string, number>> {
  const { rows } = await db.query<{ label: string; count: number }>(
    `select lower(trim(label)) as label, count(*)::int as count from link
     where instance = $1 and label is not null group by 1`,
    [instance],
  );
  return new Map(rows.map(({ label, count }) => [label, count]));
}

/** What is parked says its label at the end of its reason, in quotes. */
async function unmapped(db: Db, instance: string): Promise<UnmappedLabel[]> {
  const { rows } = await db.query<UnmappedLabel>(
    `select case when reason like 'Status %' then 'status'
                 when reason like 'Kategori %' or reason like '% untuk category %' then 'category'
                 when reason like '% untuk kewenangan %' then 'kewenangan'
                 else 'other' end as kind,
            coalesce(substring(reason from '"(.*)"$'), reason) as label,
            count(distinct coalesce(case_key, id::text))::int as count, min(received_at) as oldest,
            max(received_at) as newest
     from inbox where state = 'parked' and code = 'unknown_label' and instance = $1
     group by 1, 2 order by count desc, label`,
    [instance],
  );
  return rows;
}
