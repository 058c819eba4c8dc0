import { Select } from '@mantine/core';
import { Link } from 'wouter';
import { Ago } from '../../parts/when.tsx';
import { say, useLanguage } from '../../words/words.ts';
import css from './labels.module.css';
import { choicesFor, type LabelKind } from './meanings.ts';

/** A word of the platform and what it means, where that is known. */
export interface Word {
  kind: LabelKind;
  label: string;
  choice: string | null;
  /** How many cases stand at it, or wait because of it. */
  count?: number;
  /** Since when the first of them waits. */
  oldest?: string;
}

interface LabelRowsProps {
  caption: string;
  name: string;
  words: Word[];
  choiceOf: (word: Word) => string | null;
  /** `null` where the person may only read. */
  onChoose: ((word: Word, choice: string | null) => void) | null;
}

/** Each word of a platform with its meaning, which is chosen in its row. */
export function LabelRows({ caption, name, words, choiceOf, onChoose }: LabelRowsProps) {
  useLanguage();
  return (
    <ul className={css.rows} aria-label={caption}>
      {words.map((word) => (
        <li key={`${word.kind}:${word.label}`}>
          <span className={css.word}>
            <strong className="wrap">{word.label}</strong>
            <span className="faint">
              {word.count !== undefined && say(word.oldest ? 'labels.waiting' : 'labels.cases', { count: word.count })}
              {word.oldest && (
                <>
                  {' · '}
                  {say('parked.oldest')} <Ago at={word.oldest} />
                </>
              )}
            </span>
          </span>
          {word.kind === 'other' ? (
            <Link href={`/konektor/${name}/profil`} className="link">
              {say('labels.in-profile')}
            </Link>
          ) : (
            <Select
              aria-label={say('labels.meaning', { label: word.label })}
              placeholder={say('labels.choose')}
              data={choicesFor(word.kind)}
              value={choiceOf(word)}
              onChange={(choice) => onChoose?.(word, choice === word.choice ? null : choice)}
              readOnly={onChoose === null}
              allowDeselect={false}
              searchable
              nothingFoundMessage={say('filter.nothing')}
              data-changed={choiceOf(word) === word.choice ? undefined : true}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
