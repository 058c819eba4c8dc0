import { Stack } from '@mantine/core';
import { Facts, Page, Panel } from '../../parts/page.tsx';
import { Notice } from '../../parts/states.tsx';
import { useSession } from '../../session/session.ts';
import { named, say, useLanguage } from '../../words/words.ts';
import { Factor } from './factor.tsx';
import { PasswordForm } from './password-form.tsx';
import { Sessions } from './sessions.tsx';

/** What only the person alone sees and changes. */
export default function Account() {
  useLanguage();
  const { person } = useSession();
  return (
    <Page title={say('account.title')} lead={say('account.lead')}>
      {person ? (
        <Stack gap={16}>
          <Panel title={person.name}>
            <Facts
              rows={[
                [say('sign-in.email'), person.email],
                [say('users.role'), named('account-role', person.role)],
                [say('word.opd'), person.opd],
                [say('users.kecamatan'), person.kecamatan],
              ]}
            />
          </Panel>
          <Factor />
          <PasswordForm />
          <Sessions />
        </Stack>
      ) : (
        <Notice tone="idle">{say('account.none')}</Notice>
      )}
    </Page>
  );
}
