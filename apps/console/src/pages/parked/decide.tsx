import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlayerSkipForward, IconRefresh, IconVocabulary } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Shown } from '../../api/client.ts';
import { useTitleOf } from '../../api/instances.ts';
import { useParkedActs } from '../../api/parked.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { Notice } from '../../parts/states.tsx';
import { useMay } from '../../session/session.ts';
import { say, useLanguage } from '../../words/words.ts';

/** What a person can do about something that waits. What may have arrived is asked about once more: it might be said twice. */
export function Decide({ item, onDone }: { item: Shown<'ParkedDetail'>; onDone: () => void }) {
  useLanguage();
  const may = useMay();
  const titleOf = useTitleOf();
  const { retry, skip } = useParkedActs();
  const [asked, setAsked] = useState<'retry' | 'skip' | null>(null);
  const close = () => setAsked(null);
  const done = (message: string) => {
    notifications.show({ color: 'teal', message });
    onDone();
  };
  const again = () => retry.mutate(item.id, { onSuccess: () => done(say('parked.retried.one')) });
  return (
    <>
      <Group gap={8}>
        {item.code === 'unknown_label' && may('profiles.save') && (
          <Button component={Link} href={`/konektor/${item.instance}/label`} leftSection={<IconVocabulary size={15} />}>
            {say('parked.map')}
          </Button>
        )}
        {may('parked.retry') && (
          <Button
            leftSection={<IconRefresh size={15} />}
            loading={retry.isPending}
            onClick={item.state === 'uncertain' ? () => setAsked('retry') : again}
          >
            {say('parked.retry')}
          </Button>
        )}
        {may('parked.skip') && (
          <Button variant="default" leftSection={<IconPlayerSkipForward size={15} />} onClick={() => setAsked('skip')}>
            {say('parked.skip')}
          </Button>
        )}
      </Group>
      {retry.error && asked === null && (
        <Notice tone="bad" urgent>
          {retry.error.message}
        </Notice>
      )}
      {asked === 'retry' && (
        <ConfirmDialog
          title={say('parked.again.title')}
          act={say('parked.again')}
          busy={retry.isPending}
          error={retry.error}
          onConfirm={again}
          onClose={close}
        >
          {say('parked.again.what', { platform: titleOf(item.instance) })}
        </ConfirmDialog>
      )}
      {asked === 'skip' && (
        <ReasonDialog
          title={say('parked.skip.title')}
          act={say('parked.skip')}
          busy={skip.isPending}
          error={skip.error}
          onClose={close}
          onReason={(reason) => skip.mutate({ id: item.id, reason }, { onSuccess: () => done(say('parked.skipped')) })}
        >
          {say('parked.skip.what')}
        </ReasonDialog>
      )}
    </>
  );
}
