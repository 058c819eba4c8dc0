import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { answerOf, api } from '../api/client.ts';
import { Notice } from '../parts/states.tsx';
import { Brand } from '../shell/brand.tsx';
import { LanguageSwitch, SchemeSwitch } from '../shell/switches.tsx';
import { say, useLanguage } from '../words/words.ts';
import { InvitationForm } from './invitation-form.tsx';
import { KeyForm } from './key-form.tsx';
import { leave } from './leave.ts';
import { PersonForm } from './person-form.tsx';
import css from './sign-in.module.css';

/** The way in: an account, an invitation that sets its first password, or the key of an operator. */
export default function SignIn() {
  useLanguage();
  const [params, setParams] = useSearchParams();
  const invitation = params.get('undangan');
  const wanted = params.get('ke') ?? '/';
  const [withKey, setWithKey] = useState(false);
  const [email, setEmail] = useState<string | null>(null);
  const ways = useQuery({
    queryKey: ['ways'],
    queryFn: () => answerOf(api.GET('/api/v1/session/ways')),
    staleTime: Infinity,
  });
  const isInvited = invitation !== null && email === null;
  // It is good once; who was signed in here until now is not who took it up.
  const accepted = async (address: string) => {
    setEmail(address);
    await leave();
    setParams({}, { replace: true });
  };
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
          <InvitationForm token={invitation} onAccepted={(address) => void accepted(address)} />
        ) : withKey ? (
          <KeyForm />
        ) : (
          <PersonForm email={email ?? ''} />
        )}
        {params.has('galat') && (
          <Notice tone="bad" urgent>
            {say(params.get('galat') === 'akun' ? 'sign-in.oidc.no-account' : 'sign-in.oidc.refused')}
          </Notice>
        )}
        {!isInvited && ways.data?.oidc && (
          <Button component="a" href={`/api/v1/oidc/start?ke=${encodeURIComponent(wanted)}`} variant="default">
            {say('sign-in.oidc')}
          </Button>
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
