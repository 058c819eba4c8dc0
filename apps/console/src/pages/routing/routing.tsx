import { Button, SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { Shown } from '../../api/client.ts';
import {
  useRouting,
  useRoutingActs,
  useRoutingCheck,
  useRoutingDifference,
  useRoutingVersions,
} from '../../api/routing.ts';
import { Difference } from '../../parts/difference.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { Answered, Loading, Notice } from '../../parts/states.tsx';
import { Mark } from '../../parts/status.tsx';
import { Versions } from '../../parts/versions.tsx';
import { useMay } from '../../session/session.ts';
import { named, say, useLanguage } from '../../words/words.ts';
import { Faults } from '../profile/faults.tsx';
import css from '../profile/profile.module.css';
import { Simulate } from './simulate.tsx';

const Editor = lazy(() => import('../../parts/editor.tsx'));

const TYPING_MS = 500;
const NO_FAULTS: Shown<'TextFault'>[] = [];
const ASIDES = ['simulate', 'versions'] as const;
type Aside = (typeof ASIDES)[number];

export default function RoutingPage() {
  useLanguage();
  const routing = useRouting();
  return (
    <Page title={say('routing.title')} lead={say('routing.lead')}>
      <Answered of={routing}>{(shown) => <Draft key={shown.version} routing={shown} />}</Answered>
    </Page>
  );
}

function Draft({ routing }: { routing: Shown<'RoutingShown'> }) {
  const mayChange = useMay()('routing.save');
  const [text, setText] = useState(routing.text);
  const [settled] = useDebouncedValue(text, TYPING_MS);
  const [aside, setAside] = useState<Aside>('simulate');
  const [isSaving, setSaving] = useState(false);
  const check = useRoutingCheck(settled);
  const versions = useRoutingVersions();
  const { save, rollBack } = useRoutingActs();
  const faults = check.data?.faults ?? NO_FAULTS;
  const isChanged = text !== routing.text;
  return (
    <div className={css.halves}>
      <Panel
        title={
          <span className={css.version}>
            {say('profile.version', { version: routing.version })}
            <Mark tone="idle">{named('source', routing.source)}</Mark>
          </span>
        }
        aside={
          mayChange && (
            <Button
              leftSection={<IconDeviceFloppy size={15} />}
              disabled={!isChanged || faults.length > 0}
              onClick={() => setSaving(true)}
            >
              {say('profile.save')}
            </Button>
          )
        }
        flush
      >
        {routing.file.changed && (
          <div className={css.file}>
            <Notice tone="warn">{say('profile.file.changed', { file: routing.file.path })}</Notice>
          </div>
        )}
        <Faults faults={faults} isChecked={check.data !== undefined} isChanged={isChanged} />
        <Suspense fallback={<Loading rows={14} />}>
          <Editor
            label={say('routing.text')}
            language="yaml"
            tall
            value={text}
            onChange={setText}
            faults={faults}
            readOnly={!mayChange}
          />
        </Suspense>
      </Panel>
      <div className={css.aside}>
        <SegmentedControl
          fullWidth
          aria-label={say('routing.aside')}
          value={aside}
          onChange={setAside}
          data={ASIDES.map((each) => ({ value: each, label: say(`aside.${each}`) }))}
        />
        {aside === 'simulate' && <Simulate text={text} isSound={faults.length === 0} />}
        {aside === 'versions' && (
          <Versions
            versions={versions}
            current={routing.version}
            mayChange={mayChange}
            rollBack={rollBack}
            compare={(from, to) => <Compared from={from} to={to} />}
          />
        )}
      </div>
      {isSaving && (
        <ReasonDialog
          title={say('profile.save.title')}
          act={say('profile.save')}
          busy={save.isPending}
          error={save.error}
          onClose={() => setSaving(false)}
          onReason={(why) =>
            save.mutate(
              { text, why, based_on: routing.version },
              {
                onSuccess: ({ version }) => {
                  setSaving(false);
                  notifications.show({ color: 'teal', message: say('profile.saved', { version }) });
                },
              },
            )
          }
        >
          {say('profile.save.what')}
        </ReasonDialog>
      )}
    </div>
  );
}

function Compared({ from, to }: { from: number; to: number }) {
  const difference = useRoutingDifference(from, to);
  return <Answered of={difference}>{({ diff }) => <Difference diff={diff} />}</Answered>;
}
