import type { Fault } from '../api/profile.ts';
import { Notice } from './states.tsx';
import { heard, say, useLanguage } from '../words/words.ts';
import css from './draft.module.css';

interface FaultsProps {
  faults: Fault[];
  isChecked: boolean;
  isChanged: boolean;
}

/** The same faults as at the lines of the text, for whoever reads rather than looks. */
export function Faults({ faults, isChecked, isChanged }: FaultsProps) {
  useLanguage();
  return (
    <div className={css.faults} role="status">
      {faults.length > 0 ? (
        <Notice tone="bad">
          <strong>{say('faults.some', { count: faults.length })}</strong>
          <ul>
            {faults.map(({ line, column, path, message }) => (
              <li key={`${line}:${column}${message}`}>
                {say('faults.line', { line })} {path && <span className="mono">{path}</span>} {heard(message)}
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <span className="faint">
          {isChecked ? say(isChanged ? 'faults.none.changed' : 'faults.none') : say('faults.checking')}
        </span>
      )}
    </div>
  );
}
