import { Button } from '@mantine/core';
import { IconVocabulary } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useLabels } from '../../api/labels.ts';
import { Panel } from '../../parts/page.tsx';
import { Mark } from '../../parts/status.tsx';
import { say } from '../../words/words.ts';

/** The way to the platform's statuses and categories, and how many of its words nobody has given a meaning. */
export function Words({ name, platform }: { name: string; platform: string }) {
  const { data: labels } = useLabels(name);
  const unmapped = labels?.unmapped.length ?? 0;
  // A channel of citizens has no statuses.
  if (!labels || labels.statuses.length + unmapped === 0) return null;
  return (
    <Panel
      title={say('labels.title', { platform })}
      aside={
        <Button
          component={Link}
          href={`/konektor/${name}/label`}
          variant={unmapped > 0 ? 'filled' : 'default'}
          leftSection={<IconVocabulary size={15} />}
        >
          {say('labels.open')}
        </Button>
      }
    >
      {unmapped > 0 && <Mark tone="warn">{say('labels.open.some', { count: unmapped })}</Mark>}
      <p className="faint">{say('labels.open.what')}</p>
    </Panel>
  );
}
