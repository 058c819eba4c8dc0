import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { useSearchParams } from 'wouter';
import { say, useLanguage } from '../words/words.ts';
import css from './parts.module.css';

const TYPING_MS = 350;

type Filters<Name extends string> = Partial<Record<Name, string>>;

/** Filters live in the address: a view can be kept as a bookmark, sent to a colleague, and gone back to. */
export function useFilters<Name extends string>(names: readonly Name[]) {
  const [params, setParams] = useSearchParams();
  const filters = Object.fromEntries(
    names.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : [])),
  ) as Filters<Name>;
  const set = (name: Name, value: string | null) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const clear = () => setParams({}, { replace: true });
  return { filters, set, clear, isFiltered: Object.keys(filters).length > 0 };
}

interface FilterBarProps {
  label: string;
  /** How many are set. Where it is given, a telephone shows this and keeps the rest folded until it is asked for. */
  count?: number;
  children: React.ReactNode;
}

export function FilterBar({ label, count, children }: FilterBarProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <search aria-label={label}>
      {count !== undefined && (
        <Button
          variant="default"
          className={css.fold ?? ''}
          leftSection={<IconFilter size={15} />}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {count === 0 ? label : say('filter.set', { count })}
        </Button>
      )}
      <div id={id} className={css.filters} data-folded={count !== undefined && !isOpen}>
        {children}
      </div>
    </search>
  );
}

interface FilterProps {
  label: string;
  value: string | undefined;
  onChange: (value: string | null) => void;
}

export function ChoiceFilter({ label, value, onChange, choices }: FilterProps & { choices: [string, string][] }) {
  useLanguage();
  return (
    <Select
      label={label}
      placeholder={say('filter.any')}
      data={choices.map(([each, name]) => ({ value: each, label: name }))}
      value={value ?? null}
      onChange={onChange}
      clearable
      clearButtonProps={{ 'aria-label': `${say('filter.clear')}: ${label}` }}
      searchable={choices.length > 8}
      nothingFoundMessage={say('filter.nothing')}
    />
  );
}

interface TextFilterProps extends FilterProps {
  placeholder?: string;
  wide?: boolean;
}

export function TextFilter({ label, value = '', onChange, placeholder, wide = false }: TextFilterProps) {
  const [typed, setTyped] = useState(value);
  // A space at the end is no part of what is looked for, but of what is being typed.
  useEffect(() => setTyped((now) => (now.trim() === value ? now : value)), [value]);
  const tell = useDebouncedCallback((text: string) => onChange(text.trim() || null), TYPING_MS);
  return (
    <TextInput
      label={label}
      value={typed}
      {...(wide ? { 'data-wide': true } : {})}
      {...(placeholder ? { placeholder } : {})}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
    />
  );
}

export const DateFilter = ({ label, value = '', onChange }: FilterProps) => (
  <TextInput
    type="date"
    label={label}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value || null)}
  />
);

export function ClearFilters({ onClear }: { onClear: () => void }) {
  useLanguage();
  return (
    <Button variant="subtle" onClick={onClear} style={{ alignSelf: 'end' }} size="sm">
      {say('filter.clear.all')}
    </Button>
  );
}
