import type { AUDIT_FILTERS, AuditFilters } from '../../api/audit.ts';
import { useInstances } from '../../api/instances.ts';
import { ChoiceFilter, ClearFilters, DateFilter, FilterBar, TextFilter } from '../../parts/filters.tsx';
import { choicesOf, eventChoices } from '../../words/choices.ts';
import { say, useLanguage } from '../../words/words.ts';

interface AuditFilterBarProps {
  filters: AuditFilters;
  onSet: (name: (typeof AUDIT_FILTERS)[number], value: string | null) => void;
  onClear: (() => void) | null;
}

export function AuditFilterBar({ filters, onSet, onClear }: AuditFilterBarProps) {
  useLanguage();
  const { data: instances } = useInstances();
  const bound = (name: (typeof AUDIT_FILTERS)[number]) => ({
    value: filters[name],
    onChange: (value: string | null) => onSet(name, value),
  });
  return (
    <FilterBar label={say('filter.label')} count={Object.keys(filters).length}>
      <DateFilter label={say('audit.from')} {...bound('from')} />
      <DateFilter label={say('audit.to')} {...bound('to')} />
      <ChoiceFilter
        label={say('word.instance')}
        choices={(instances ?? []).map(({ name, title }) => [name, title])}
        {...bound('instance')}
      />
      <ChoiceFilter label={say('audit.direction')} choices={choicesOf('direction')} {...bound('direction')} />
      <ChoiceFilter label={say('audit.hop')} choices={choicesOf('hop')} {...bound('hop')} />
      <ChoiceFilter label={say('audit.outcome')} choices={choicesOf('outcome')} {...bound('outcome')} />
      <ChoiceFilter label={say('audit.event')} choices={eventChoices()} {...bound('event_type')} />
      <TextFilter label={say('word.complaint')} placeholder="SA-2026-000042" {...bound('complaint')} />
      <TextFilter label={say('audit.actor')} {...bound('actor')} />
      <TextFilter label={say('word.rule')} {...bound('rule')} />
      <TextFilter label={say('word.trace')} {...bound('trace_id')} />
      <TextFilter label={say('word.delivery')} {...bound('delivery_id')} />
      {onClear && <ClearFilters onClear={onClear} />}
    </FilterBar>
  );
}
