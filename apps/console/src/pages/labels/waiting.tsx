import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useTitleOf } from '../../api/instances.ts';
import type { Labels } from '../../api/labels.ts';
import { useProfileActs } from '../../api/profile.ts';
import { Notice } from '../../parts/states.tsx';
import { useMay } from '../../session/session.ts';
import { say } from '../../words/words.ts';
import css from './labels.module.css';

/** What was parked for words that have a meaning by now: nothing but a retry is missing. */
export function Waiting({ name, waiting }: { name: string; waiting: Labels['unmapped'] }) {
  const { replay } = useProfileActs(name);
  const mayRetry = useMay()('parked.retry');
  const titleOf = useTitleOf();
  const cases = waiting.reduce((sum, each) => sum + each.count, 0);
  return (
    <Notice tone="info">
      <div className={css.waiting} role="status">
        <span>
          {say('labels.now-mapped', { count: cases, words: waiting.map(({ label }) => label).join(', ') })}{' '}
          <Link href={`/tertahan?instance=${name}&kind=message`} className="link inline">
            {say('labels.see-parked')}
          </Link>
        </span>
        {mayRetry && (
          <Button
            leftSection={<IconRefresh size={15} />}
            loading={replay.isPending}
            onClick={() =>
              replay.mutate(undefined, {
                onSuccess: (done) =>
                  notifications.show({ color: 'teal', message: say('parked.retried', { count: done.count }) }),
                onError: (error) => notifications.show({ color: 'red', message: error.message }),
              })
            }
          >
            {say('versions.replay', { platform: titleOf(name) })}
          </Button>
        )}
      </div>
    </Notice>
  );
}
