import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTitleOf } from '../../api/instances.ts';
import { useDifference, useProfileActs, useVersions } from '../../api/profile.ts';
import { Difference } from '../../parts/difference.tsx';
import { Answered } from '../../parts/states.tsx';
import { Versions } from '../../parts/versions.tsx';
import { useMay } from '../../session/session.ts';
import { say, useLanguage } from '../../words/words.ts';

export function ProfileVersions({ name, current }: { name: string; current: number }) {
  useLanguage();
  const may = useMay();
  const titleOf = useTitleOf();
  const { rollBack, replay } = useProfileActs(name);
  const sendAgain = () =>
    replay.mutate(undefined, {
      onSuccess: ({ count }) => notifications.show({ color: 'teal', message: say('parked.retried', { count }) }),
      onError: (error) => notifications.show({ color: 'red', message: error.message }),
    });
  return (
    <Versions
      versions={useVersions(name)}
      current={current}
      mayChange={may('profiles.save')}
      rollBack={rollBack}
      compare={(from, to) => <Compared name={name} from={from} to={to} />}
      aside={
        may('parked.retry') && (
          <Button variant="default" loading={replay.isPending} onClick={sendAgain}>
            {say('versions.replay', { platform: titleOf(name) })}
          </Button>
        )
      }
    />
  );
}

function Compared({ name, from, to }: { name: string; from: number; to: number }) {
  const difference = useDifference(name, from, to);
  return <Answered of={difference}>{({ diff }) => <Difference diff={diff} />}</Answered>;
}
