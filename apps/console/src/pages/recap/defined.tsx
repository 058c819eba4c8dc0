import { ActionIcon, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { named, say, useLanguage } from '../../words/words.ts';
import css from './recap.module.css';

/** What a figure counts: behind a mark that a pointer, a finger and the keyboard reach. */
export function Defined({ by }: { by: string }) {
  useLanguage();
  const meaning = named('recap-what', by);
  return (
    <Tooltip label={meaning} multiline w={280} events={{ hover: true, focus: true, touch: true }}>
      <ActionIcon
        variant="transparent"
        color="gray"
        size={24}
        className={css.defined}
        aria-label={say('recap.definition', { name: named('recap-name', by), meaning })}
      >
        <IconInfoCircle size={14} />
      </ActionIcon>
    </Tooltip>
  );
}
