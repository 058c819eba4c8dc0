import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { say, useLanguage } from '../words/words.ts';
import css from './parts.module.css';

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));

export function Code({ value, label }: { value: unknown; label: string }) {
  useLanguage();
  const text = written(value);
  return (
    <div className={css.code}>
      {/* Scrolls by keyboard where it is long. */}
      <pre tabIndex={0} role="region" aria-label={label}>
        {text}
      </pre>
      <div className={css.copy}>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Tooltip label={say(copied ? 'act.copied' : 'act.copy')}>
              <ActionIcon variant="subtle" color="gray" onClick={copy} aria-label={`${say('act.copy')}: ${label}`}>
                {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </div>
    </div>
  );
}
