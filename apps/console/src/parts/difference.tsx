import { say, useLanguage } from '../words/words.ts';
import css from './difference.module.css';

const HEAD_LINES = /^(Index|={3,}|---|\+\+\+)/;

/** A unified diff, line by line; plus and minus stay readable without their colours. */
export function Difference({ diff }: { diff: string }) {
  useLanguage();
  if (diff.trim() === '') return <p className="faint">{say('difference.none')}</p>;
  const lines = diff.split('\n').filter((line) => !HEAD_LINES.test(line));
  return (
    <div className={css.diff} role="region" aria-label={say('difference.title')} tabIndex={0}>
      {lines.map((line, index) => (
        <div key={index} className={css[kindOf(line)]}>
          {line || ' '}
        </div>
      ))}
    </div>
  );
}

function kindOf(line: string): 'added' | 'removed' | 'place' | 'same' {
  if (line.startsWith('@@')) return 'place';
  if (line.startsWith('+')) return 'added';
  return line.startsWith('-') ? 'removed' : 'same';
}
