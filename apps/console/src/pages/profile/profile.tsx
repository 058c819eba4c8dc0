import { Button, SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Link, useParams } from 'wouter';
import type { Shown } from '../../api/client.ts';
import { useTitleOf } from '../../api/instances.ts';
import { useCheck, useProfile, useProfileActs, useProfileSchema } from '../../api/profile.ts';
import { Page, Panel } from '../../parts/page.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { Answered, Loading, Notice } from '../../parts/states.tsx';
import { Mark } from '../../parts/status.tsx';
import { useMay } from '../../session/session.ts';
import { named, say, useLanguage } from '../../words/words.ts';
import { completionFrom } from './completion.ts';
import { Faults } from './faults.tsx';
import css from './profile.module.css';
import { TryReading } from './try-reading.tsx';
import { TrySaying } from './try-saying.tsx';
import { ProfileVersions } from './profile-versions.tsx';

const Editor = lazy(() => import('../../parts/editor.tsx'));

const TYPING_MS = 500;
const ASIDES = ['reading', 'saying', 'versions'] as const;
type Aside = (typeof ASIDES)[number];

export default function ProfilePage() {
  useLanguage();
  const { name } = useParams<{ name: string }>();
  const titleOf = useTitleOf();
  const profile = useProfile(name);
  return (
    <Page
      title={say('profile.title', { platform: titleOf(name) })}
      lead={
        <Link href={`/konektor/${name}`} className="link">
          ← {titleOf(name)}
        </Link>
      }
    >
      <Answered of={profile}>{(shown) => <Draft key={shown.version} profile={shown} />}</Answered>
    </Page>
  );
}

/** A text that is changed, checked and tried here, and lives only once it is saved. */
function Draft({ profile }: { profile: Shown<'Profile'> }) {
  const { instance: name } = profile;
  const may = useMay();
  const [text, setText] = useState(profile.text);
  const [settled] = useDebouncedValue(text, TYPING_MS);
  const [aside, setAside] = useState<Aside>('reading');
  const [isSaving, setSaving] = useState(false);
  const check = useCheck(name, settled);
  const schema = useProfileSchema(name);
  const { save } = useProfileActs(name);
  const complete = useMemo(() => schema.data && completionFrom(schema.data), [schema.data]);
  const faults = check.data?.faults ?? NO_FAULTS;
  const isChanged = text !== profile.text;
  return (
    <div className={css.halves}>
      <Panel
        title={
          <span className={css.version}>
            {say('profile.version', { version: profile.version })}
            <Mark tone="idle">{named('source', profile.source)}</Mark>
          </span>
        }
        aside={
          may('profiles.save') && (
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
        {profile.file?.changed && (
          <div className={css.file}>
            <Notice tone="warn">{say('profile.file.changed', { file: profile.file.path })}</Notice>
          </div>
        )}
        <Faults faults={faults} isChecked={check.data !== undefined} isChanged={isChanged} />
        <Suspense fallback={<Loading rows={14} />}>
          <Editor
            label={say('profile.text')}
            language="yaml"
            tall
            value={text}
            onChange={setText}
            faults={faults}
            readOnly={!may('profiles.save')}
            {...(complete ? { complete } : {})}
          />
        </Suspense>
      </Panel>
      <div className={css.aside}>
        <SegmentedControl
          fullWidth
          aria-label={say('profile.aside')}
          value={aside}
          onChange={setAside}
          data={ASIDES.map((each) => ({ value: each, label: say(`aside.${each}`) }))}
        />
        {aside === 'reading' && <TryReading name={name} text={text} />}
        {aside === 'saying' && <TrySaying name={name} text={text} />}
        {aside === 'versions' && <ProfileVersions name={name} current={profile.version} />}
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
              { text, why, based_on: profile.version },
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

const NO_FAULTS: Shown<'TextFault'>[] = [];
