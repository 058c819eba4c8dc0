import { Stack } from '@mantine/core';
import { Redirect } from 'wouter';
import { Page } from '../../parts/page.tsx';
import { useMay } from '../../session/session.ts';
import { say, useLanguage } from '../../words/words.ts';
import { Figures } from './figures.tsx';
import { Flow } from './flow.tsx';
import css from './home.module.css';
import { JustNow } from './just-now.tsx';
import { Needs } from './needs.tsx';

export default function Home() {
  useLanguage();
  const may = useMay();
  if (!may('instances.read')) return <ForOffices />;
  return (
    <Page title={say('home.title')} lead={say('home.lead')}>
      <Stack gap={16}>
        <Flow />
        <Figures />
        <div className={css.lower}>
          <Needs />
          <JustNow />
        </div>
      </Stack>
    </Page>
  );
}

/** Leaders read figures; an office begins with its complaints. */
function ForOffices() {
  const may = useMay();
  if (!may('figures.read')) return <Redirect to="/aduan" replace />;
  return (
    <Page title={say('home.title')} lead={say('home.lead')}>
      <Figures />
    </Page>
  );
}
