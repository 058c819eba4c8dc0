import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api/client.ts';
import { Fault } from '../parts/states.tsx';
import { say, useLanguage } from '../words/words.ts';

interface InvitationFormProps {
  token: string;
  onAccepted: (email: string) => void;
}

export function InvitationForm({ token, onAccepted }: InvitationFormProps) {
  useLanguage();
  const [password, setPassword] = useState('');
  const accepting = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/api/v1/invitations/{token}', { params: { path: { token } }, body: { password } })),
    onSuccess: ({ email }) => onAccepted(email),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        accepting.mutate();
      }}
    >
      <Stack gap={14}>
        <PasswordInput
          label={say('invited.password')}
          description={say('invited.password.rule')}
          required
          autoFocus
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {accepting.error && <Fault error={accepting.error} />}
        <Button type="submit" size="sm" loading={accepting.isPending}>
          {say('invited.act')}
        </Button>
      </Stack>
    </form>
  );
}
