import { UnstyledButton } from '@mantine/core';
import type { Behind } from '../../api/recap.ts';
import { count } from '../../words/time.ts';
import { named, say } from '../../words/words.ts';

export type OnOpen = (behind: Behind) => void;

interface FigureProps {
  value: number;
  of: Behind;
  /** What is counted, where the number alone is heard. */
  name: string;
  onOpen: OnOpen;
}

/** A number that opens the complaints it counts; nothing to open behind none. */
export const Figure = ({ value, of, name, onOpen }: FigureProps) =>
  value === 0 ? (
    <span className="figures">{count(value)}</span>
  ) : (
    <UnstyledButton
      className="link figures"
      onClick={() => onOpen(of)}
      aria-label={say('recap.open', { count: value, name: `${named('recap-name', of.figure)}, ${name}` })}
    >
      {count(value)}
    </UnstyledButton>
  );
