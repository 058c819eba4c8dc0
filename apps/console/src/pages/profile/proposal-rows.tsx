import { Checkbox, Select } from '@mantine/core';
import { Mark, type Tone } from '../../parts/status.tsx';
import { heard, say } from '../../words/words.ts';
import { choicesFor } from '../labels/meanings.ts';
import css from './import.module.css';
import type { Proposal } from './proposals.ts';

interface ProposalRowsProps {
  proposals: Proposal[];
  chosen: ReadonlySet<string>;
  meanings: Record<string, string>;
  onChoose: (key: string, isChosen: boolean) => void;
  onMean: (key: string, meaning: string) => void;
}

const toneOf = (confidence: number): Tone => (confidence >= 0.8 ? 'ok' : confidence >= 0.6 ? 'info' : 'warn');

/** What would change, from what to what, how sure that is and why. */
export const ProposalRows = ({ proposals, chosen, meanings, onChoose, onMean }: ProposalRowsProps) => (
  <ul className={css.proposals} aria-label={say('import.title')}>
    {proposals.map(({ kind, key, current, proposed, confidence, reason }) => (
      <li key={key}>
        <Checkbox
          label={<span className="mono wrap">{key}</span>}
          checked={chosen.has(key)}
          disabled={kind === 'label' && meanings[key] === undefined}
          onChange={(event) => onChoose(key, event.currentTarget.checked)}
        />
        <Mark tone={toneOf(confidence)}>{say('import.confidence', { percent: Math.round(confidence * 100) })}</Mark>
        <p className={`mono wrap ${css.change}`}>
          {current && <del>{current}</del>} {kind !== 'label' && <ins>{proposed}</ins>}
        </p>
        {kind === 'label' && (
          <Select
            className={css.change}
            aria-label={say('labels.meaning', { label: proposed })}
            placeholder={say('labels.choose')}
            data={choicesFor('status')}
            value={meanings[key] ?? null}
            allowDeselect={false}
            searchable
            onChange={(meaning) => meaning && onMean(key, meaning)}
          />
        )}
        <p className={`faint wrap ${css.change}`}>{heard(reason)}</p>
      </li>
    ))}
  </ul>
);
