import { Button, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useAccountActs } from '../../api/account.ts';
import { Panel } from '../../parts/page.tsx';
import { Fault } from '../../parts/states.tsx';
import { say, useLanguage } from '../../words/words.ts';
import css from './account.module.css';

const BLANK = { current: '', password: '' };

export function PasswordForm() {
  useLanguage();
  const { password: changing } = useAccountActs();
  const [form, setForm] = useState(BLANK);
  return (
    <Panel title={say('password.title')}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          changing.mutate(form, {
            onSuccess: ({ ended }) => {
              setForm(BLANK);
              notifications.show({ color: 'teal', message: say('password.changed', { count: ended }) });
            },
          });
        }}
      >
        <Stack gap={12}>
          <PasswordInput
            required
            label={say('password.current')}
            autoComplete="current-password"
            value={form.current}
            onChange={(event) => setForm({ ...form, current: event.currentTarget.value })}
          />
          <PasswordInput
            required
            label={say('invited.password')}
            description={say('invited.password.rule')}
            autoComplete="new-password"
            value={form.password}
            onChange={(event) => setForm({ ...form, password: event.currentTarget.value })}
          />
          {changing.error && <Fault error={changing.error} />}
          <div>
            <Button type="submit" loading={changing.isPending}>
              {say('password.change')}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}
