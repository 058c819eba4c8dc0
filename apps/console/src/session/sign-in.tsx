import { Button, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { Brand } from '../shell/brand.tsx';
import { LanguageSwitch, SchemeSwitch } from '../shell/switches.tsx';
import { say, useLanguage } from '../words/words.ts';
import { InvitationForm } from './invitation-form.tsx';
import { KeyForm } from './key-form.tsx';
import { PersonForm } from './person-form.tsx';
import css from './sign-in.module.css';

/** The way in: an account, an invitation that sets its first password, or the key of an operator. */
export default function SignIn() {
  useLanguage();
  const [params] = useSearchParams();
  const invitation = params.get('undangan');
  const [withKey, setWithKey] = useState(false);
  const [email, setEmail] = useState<string | null>(null);
  const isInvited = invitation !== null && email === null;
  useEffect(() => {
    document.title = `${say('sign-in.title')} · Simpul Aduan`;
  });
  return (
    <main className={css.page}>
      <div className={css.card}>
        <Brand />
        <div>
          <Title order={1}>{say(isInvited ? 'invited.title' : 'sign-in.title')}</Title>
          <p className="faint">{say(isInvited ? 'invited.lead' : 'sign-in.lead')}</p>
        </div>
        {isInvited ? (
          <InvitationForm token={invitation} onAccepted={setEmail} />
        ) : withKey ? (
          <KeyForm />
        ) : (
          <PersonForm email={email ?? ''} />
        )}
        {!isInvited && (
          <Button variant="subtle" onClick={() => setWithKey(!withKey)}>
            {say(withKey ? 'sign-in.with-account' : 'sign-in.with-key')}
          </Button>
        )}
      </div>
      <div className={css.foot}>
        <LanguageSwitch />
        <SchemeSwitch />
      </div>
    </main>
  );
}
