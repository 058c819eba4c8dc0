import { TILES } from '#config/tiles';
import { useInstances } from '../../api/instances.ts';
import { ChoiceFilter, ClearFilters, DateFilter, FilterBar, TextFilter } from '../../parts/filters.tsx';
import { useMay } from '../../session/session.ts';
import { choicesOf } from '../../words/choices.ts';
import { say, useLanguage } from '../../words/words.ts';

/** The same names in the address of the page and in the question to the hub. */
export const COMPLAINT_FILTERS = [
  'q',
  'phone',
  'status',
  'handler',
  'instance',
  'category',
  'kecamatan',
  'opd',
  'kewenangan',
  'channel',
  'due',
  'opened_from',
  'opened_to',
  'rahasia',
] as const;
type Name = (typeof COMPLAINT_FILTERS)[number];

const KECAMATAN = Object.entries(TILES)
  .map(([code, { name }]): [string, string] => [code, name])
  .toSorted(([, one], [, other]) => one.localeCompare(other));

interface ComplaintFilterBarProps {
  filters: Partial<Record<Name, string>>;
  onSet: (name: Name, value: string | null) => void;
  onClear: (() => void) | null;
}

export function ComplaintFilterBar({ filters, onSet, onClear }: ComplaintFilterBarProps) {
  useLanguage();
  const may = useMay();
  const { data: instances = [] } = useInstances();
  const bound = (name: Name) => ({
    value: filters[name],
    onChange: (value: string | null) => onSet(name, value),
  });
  const platforms = instances.map(({ name, title }): [string, string] => [name, title]);
  return (
    <FilterBar label={say('filter.label')} count={Object.keys(filters).length}>
      <TextFilter label={say('complaints.search')} wide placeholder={say('complaints.search.hint')} {...bound('q')} />
      {may('complaints.phone') && (
        <TextFilter label={say('complaints.phone')} placeholder="0812-3456-7890" {...bound('phone')} />
      )}
      <ChoiceFilter label={say('word.status')} choices={choicesOf('status')} {...bound('status')} />
      <ChoiceFilter label={say('word.deadline')} choices={choicesOf('due')} {...bound('due')} />
      {platforms.length > 0 && (
        <>
          <ChoiceFilter label={say('word.handler')} choices={platforms} {...bound('handler')} />
          <ChoiceFilter label={say('complaints.instance')} choices={platforms} {...bound('instance')} />
        </>
      )}
      <ChoiceFilter label={say('word.category')} choices={choicesOf('category')} {...bound('category')} />
      <ChoiceFilter label={say('recap-by.kecamatan')} choices={KECAMATAN} {...bound('kecamatan')} />
      <TextFilter label={say('word.opd')} placeholder="DPUPR" {...bound('opd')} />
      <ChoiceFilter label={say('word.kewenangan')} choices={choicesOf('kewenangan')} {...bound('kewenangan')} />
      <ChoiceFilter label={say('word.channel')} choices={choicesOf('channel')} {...bound('channel')} />
      <ChoiceFilter label={say('complaints.rahasia')} choices={choicesOf('rahasia')} {...bound('rahasia')} />
      <DateFilter label={say('complaints.from')} {...bound('opened_from')} />
      <DateFilter label={say('complaints.to')} {...bound('opened_to')} />
      {onClear && <ClearFilters onClear={onClear} />}
    </FilterBar>
  );
}
