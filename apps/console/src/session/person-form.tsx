import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, Refusal } from '../api/client.ts';
import { Notice } from '../parts/states.tsx';
import { say, useLanguage } from '../words/words.ts';
import { signInAs } from './session.ts';

const WANTS_CODE = /totp-required$/;

/** E-mail and password first; the second factor is asked for once the first is right. */
export function PersonForm({ email: known }: { email: string }) {
  useLanguage();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const trying = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/api/v1/session', { body: { email, password, ...(code ? { totp: code.trim() } : {}) } })),
    onSuccess: signInAs,
  });
  const wantsCode = trying.error instanceof Refusal && WANTS_CODE.test(trying.error.problem.type ?? '');
  const [isAsked, setAsked] = useState(false);
  if (wantsCode && !isAsked) setAsked(true);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        trying.mutate();
      }}
    >
      <Stack gap={14}>
        <TextInput
          type="email"
          label={say('sign-in.email')}
          required
          autoFocus={known === ''}
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={say('sign-in.password')}
          required
          autoFocus={known !== ''}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {isAsked && (
          <TextInput
            label={say('sign-in.code')}
            description={say('sign-in.code.where')}
            required
            autoFocus
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        )}
        {trying.error && !(wantsCode && code === '') && (
          <Notice tone="bad" urgent>
            {trying.error instanceof Refusal ? trying.error.message : say('sign-in.away')}
          </Notice>
        )}
        <Button type="submit" size="sm" loading={trying.isPending}>
          {say('sign-in.act')}
        </Button>
      </Stack>
    </form>
  );
}
