import { lazy, Suspense, useMemo } from 'react';
import { Link, useParams } from 'wouter';
import type { Shown } from '../../api/client.ts';
import { useTitleOf } from '../../api/instances.ts';
import { checkProfile, useProfile, useProfileActs, useProfileSchema } from '../../api/profile.ts';
import { Draft, type Tool } from '../../parts/draft.tsx';
import { Page } from '../../parts/page.tsx';
import { Answered, Loading } from '../../parts/states.tsx';
import { useMay } from '../../session/session.ts';
import { say, useLanguage } from '../../words/words.ts';
import { completionFrom } from './completion.ts';
import { ProfileVersions } from './profile-versions.tsx';
import { TryReading } from './try-reading.tsx';
import { TrySaying } from './try-saying.tsx';

const Import = lazy(() => import('./import.tsx'));
const SettingsForm = lazy(() => import('./settings-form.tsx'));

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
      <Answered of={profile}>{(shown) => <ProfileDraft key={name} profile={shown} />}</Answered>
    </Page>
  );
}

function ProfileDraft({ profile }: { profile: Shown<'Profile'> }) {
  const { instance: name } = profile;
  const may = useMay();
  const schema = useProfileSchema(name);
  const { save } = useProfileActs(name);
  const complete = useMemo(() => schema.data && completionFrom(schema.data), [schema.data]);
  return (
    <Draft
      name={`profil/${name}`}
      live={profile}
      label={say('profile.text')}
      mayChange={may('profiles.save')}
      check={may('profiles.try') ? (text) => checkProfile(name, text) : null}
      save={save}
      complete={complete}
      {...(schema.data && {
        form: {
          name: 'form',
          title: say('draft.form'),
          show: (draft) => (
            <Suspense fallback={<Loading rows={14} />}>
              <SettingsForm name={name} schema={schema.data} draft={draft} readOnly={!may('profiles.save')} />
            </Suspense>
          ),
        },
      })}
      asidesLabel={say('profile.aside')}
      asides={[
        ...(may('profiles.try') ? trialsOf(name) : []),
        {
          name: 'versions',
          title: say('aside.versions'),
          show: () => <ProfileVersions name={name} current={profile.version} />,
        },
      ]}
    />
  );
}

/** What tries the text, and what proposes another: nothing of it is kept. */
const trialsOf = (name: string): Tool[] => [
  { name: 'reading', title: say('aside.reading'), show: ({ text }) => <TryReading name={name} text={text} /> },
  { name: 'saying', title: say('aside.saying'), show: ({ text }) => <TrySaying name={name} text={text} /> },
  {
    name: 'import',
    title: say('aside.import'),
    show: (draft) => (
      <Suspense fallback={<Loading />}>
        <Import name={name} draft={draft} />
      </Suspense>
    ),
  },
];
