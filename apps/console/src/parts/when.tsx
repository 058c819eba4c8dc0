import { Tooltip } from '@mantine/core';
import { ago, moment, preciseMoment, shortMoment } from '../words/time.ts';
import { useLanguage } from '../words/words.ts';

type At = string | Date;

/** How long ago; the exact time in WIB is behind it. */
export function Ago({ at }: { at: At }) {
  useLanguage();
  return (
    <Tooltip label={`${moment(at)} WIB`}>
      <time dateTime={new Date(at).toISOString()} className="figures" style={{ whiteSpace: 'nowrap' }}>
        {ago(at)}
      </time>
    </Tooltip>
  );
}

/** `precise` where rows of the same minute must be told apart. */
export function When({ at, precise = false }: { at: At; precise?: boolean }) {
  useLanguage();
  return (
    <Tooltip label={`${moment(at)} WIB`}>
      <time dateTime={new Date(at).toISOString()} className="figures" style={{ whiteSpace: 'nowrap' }}>
        {(precise ? preciseMoment : shortMoment)(at)}
      </time>
    </Tooltip>
  );
}
