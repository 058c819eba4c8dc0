import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Refusal } from '../api/client.ts';
import { Notice } from '../parts/states.tsx';
import { say, useLanguage } from '../words/words.ts';
import { signInWithKey } from './session.ts';

async function checkKey(key: string): Promise<void> {
  const response = await fetch('/api/v1/instances', { headers: { authorization: `Bearer ${key}` } });
  if (!response.ok) throw new Refusal(response.status, {});
}

export function KeyForm() {
  useLanguage();
  const [key, setKey] = useState('');
  const trying = useMutation({ mutationFn: checkKey, onSuccess: (_none, tried) => signInWithKey(tried) });
  const isWrong = trying.error instanceof Refusal && trying.error.status === 401;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        trying.mutate(key.trim());
      }}
    >
      <Stack gap={14}>
        <PasswordInput
          label={say('sign-in.key')}
          description={say('sign-in.key.where')}
          required
          autoFocus
          autoComplete="off"
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
        {trying.error && (
          <Notice tone="bad" urgent>
            {say(isWrong ? 'sign-in.wrong' : 'sign-in.away')}
          </Notice>
        )}
        <Button type="submit" size="sm" loading={trying.isPending}>
          {say('sign-in.act')}
        </Button>
      </Stack>
    </form>
  );
}
