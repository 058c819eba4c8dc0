import { Stack } from '@mantine/core';
import { Page } from '../../parts/page.tsx';
import { say, useLanguage } from '../../words/words.ts';
import { AlertList } from './alert-list.tsx';
import { Channels } from './channels.tsx';

/** What the hub warns of, and to whom it says so. */
export default function Alerts() {
  useLanguage();
  return (
    <Page title={say('alerts.title')} lead={say('alerts.lead')}>
      <Stack gap={16}>
        <AlertList />
        <Channels />
      </Stack>
    </Page>
  );
}
