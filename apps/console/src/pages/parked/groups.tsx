import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh, IconVocabulary } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useTitleOf } from '../../api/instances.ts';
import { type Group, useParkedActs } from '../../api/parked.ts';
import { Panel } from '../../parts/page.tsx';
import { Mark } from '../../parts/status.tsx';
import { Ago } from '../../parts/when.tsx';
import { count } from '../../words/time.ts';
import { useMay } from '../../session/session.ts';
import { heard, named, say, useLanguage } from '../../words/words.ts';
import { adviceFor } from './advice.ts';
import css from './parked.module.css';

/** What waits for the same reason is mended once and sent on together. */
export function Groups({ groups, onOnly }: { groups: Group[]; onOnly: (group: Group) => void }) {
  useLanguage();
  const titleOf = useTitleOf();
  const may = useMay();
  const { retryAll } = useParkedActs();
  const retry = (group: Group) =>
    retryAll.mutate(group, {
      onSuccess: (done) => notifications.show({ color: 'teal', message: say('parked.retried', { count: done.count }) }),
      onError: (error) => notifications.show({ color: 'red', message: error.message }),
    });
  return (
    <Panel title={say('parked.groups')} flush>
      <ul className={css.groups}>
        {groups.map((group) => (
          <li key={`${group.instance}${group.type}${group.state}${group.reason}`} className={css.group}>
            <span className={`figures ${css.count}`}>{count(group.count)}</span>
            <div className={css.why}>
              <strong className="wrap">{heard(group.reason) ?? say('parked.unexplained')}</strong>
              <p className="faint">{adviceFor(group)}</p>
              <p className={css.trail}>
                <Mark tone={group.state === 'uncertain' ? 'warn' : 'bad'}>{named('delivery', group.state)}</Mark>
                <span>
                  {say(group.type === 'delivery' ? 'parked.to' : 'parked.from', { platform: titleOf(group.instance) })}
                </span>
                <span className="faint">
                  {say('parked.oldest')} <Ago at={group.oldest} />
                </span>
              </p>
            </div>
            <div className={css.acts}>
              <Button variant="default" onClick={() => onOnly(group)}>
                {say('parked.show')}
              </Button>
              {group.code === 'unknown_label' && may('profiles.save') && (
                <Button
                  component={Link}
                  href={`/konektor/${group.instance}/label`}
                  leftSection={<IconVocabulary size={15} />}
                >
                  {say('parked.map')}
                </Button>
              )}
              {group.state === 'parked' && may('parked.retry') && (
                <Button
                  variant={group.code === 'unknown_label' ? 'default' : 'filled'}
                  leftSection={<IconRefresh size={15} />}
                  loading={retryAll.isPending && retryAll.variables === group}
                  onClick={() => retry(group)}
                >
                  {say('parked.retry.all', { count: group.count })}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
