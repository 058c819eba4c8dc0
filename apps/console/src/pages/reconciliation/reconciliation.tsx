import { Button, Menu, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowsShuffle } from '@tabler/icons-react';
import { useInstances } from '../../api/instances.ts';
import { useReconciliationActs } from '../../api/reconciliation.ts';
import { Page } from '../../parts/page.tsx';
import { useMay } from '../../session/session.ts';
import { say, useLanguage } from '../../words/words.ts';
import { DriftPanel } from './drift.tsx';
import { Runs } from './runs.tsx';

export default function Reconciliation() {
  useLanguage();
  return (
    <Page title={say('reconciliation.title')} lead={say('reconciliation.lead')} actions={<Begin />}>
      <Stack gap={16}>
        <DriftPanel />
        <Runs />
      </Stack>
    </Page>
  );
}

function Begin() {
  const { data: instances } = useInstances();
  const { begin } = useReconciliationActs();
  const may = useMay();
  const comparable = (instances ?? []).filter(({ capabilities }) => capabilities.includes('list'));
  if (!may('reconciliations.run')) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconArrowsShuffle size={15} />} loading={begin.isPending}>
          {say('reconciliation.begin')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {comparable.map(({ name, title }) => (
          <Menu.Item
            key={name}
            onClick={() =>
              begin.mutate(
                { name },
                {
                  onSuccess: () =>
                    notifications.show({ color: 'teal', message: say('reconciliation.begun', { platform: title }) }),
                  onError: (error) => notifications.show({ color: 'red', message: error.message }),
                },
              )
            }
          >
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
