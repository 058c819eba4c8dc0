import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Refusal } from '../api/client.ts';
import { Notice } from '../parts/states.tsx';
import { say, useLanguage } from '../words/words.ts';
import { signInWithKey } from './session.ts';

/** A key that may not read connectors is a key all the same. */
async function checkKey(key: string): Promise<void> {
  const response = await fetch('/api/v1/instances', { headers: { authorization: `Bearer ${key}` } });
  if (response.ok || response.status === 403) return;
  throw new Refusal(response.status, (await response.json().catch(() => ({}))) as Refusal['problem']);
}

function whyNot(error: Error): string {
  if (!(error instanceof Refusal)) return say('sign-in.away');
  return error.status === 401 ? say('sign-in.wrong') : error.message;
}

export function KeyForm() {
  useLanguage();
  const [key, setKey] = useState('');
  const trying = useMutation({ mutationFn: checkKey, onSuccess: (_none, tried) => signInWithKey(tried) });
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
            {whyNot(trying.error)}
          </Notice>
        )}
        <Button type="submit" size="sm" loading={trying.isPending}>
          {say('sign-in.act')}
        </Button>
      </Stack>
    </form>
  );
}
