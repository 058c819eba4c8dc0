import { Autocomplete } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { named, say, useLanguage } from '../words/words.ts';
import css from './parts.module.css';

const TYPING_MS = 250;
const CHOICES = 8;

interface ComplaintPickerProps {
  number: string;
  onChange: (number: string) => void;
}

/** A complaint by its number, or out of those that a number elsewhere or some words of the text find; the newest at first. */
export function ComplaintPicker({ number, onChange }: ComplaintPickerProps) {
  useLanguage();
  const [sought] = useDebouncedValue(number.trim(), TYPING_MS);
  const { data: found = [] } = useQuery({
    queryKey: ['complaints', 'picked', sought],
    queryFn: async () =>
      (
        await answerOf(
          api.GET('/api/v1/complaints', { params: { query: { limit: CHOICES, ...(sought ? { q: sought } : {}) } } }),
        )
      ).data,
    placeholderData: keepPreviousData,
  });
  const about = new Map(found.map((each) => [each.number, each]));
  return (
    <Autocomplete
      label={say('word.complaint')}
      description={say('picker.what')}
      placeholder="SA-2026-000042"
      required
      value={number}
      onChange={onChange}
      data={[...about.keys()]}
      // The hub searched already, also in what is not shown here.
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const complaint = about.get(option.value);
        return (
          <div className={css.choice}>
            <span className="figures">{option.value}</span>
            <span className="faint">{complaint && named('status', complaint.status)}</span>
            <span className={css.choiceText}>{complaint?.title ?? complaint?.text}</span>
          </div>
        );
      }}
    />
  );
}
