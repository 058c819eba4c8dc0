import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Shown } from '../../api/client.ts';
import { useSecretActs, useSecrets } from '../../api/secrets.ts';
import { Panel } from '../../parts/page.tsx';
import { Answered, Empty, Fault } from '../../parts/states.tsx';
import { Mark, type Tone } from '../../parts/status.tsx';
import { When } from '../../parts/when.tsx';
import { useMay } from '../../session/session.ts';
import { named, say, useLanguage } from '../../words/words.ts';
import css from './instance.module.css';

type Secret = Shown<'Secret'>;

const TONE: Record<Secret['origin'], Tone> = { saved: 'ok', environment: 'info', default: 'idle', missing: 'bad' };

/** The values a profile names: they can be set here and never be read again. */
export function Secrets({ name }: { name: string }) {
  useLanguage();
  const may = useMay();
  const secrets = useSecrets(name, may('profiles.read'));
  const [asked, setAsked] = useState<Secret | null>(null);
  if (!may('profiles.read')) return null;
  return (
    <Panel title={say('secrets.title')} flush>
      <Answered of={secrets}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={say('secrets.none')} />
          ) : (
            <ul className={css.rows}>
              {all.map((secret) => (
                <li key={secret.name}>
                  <span className="mono wrap">{secret.name}</span>
                  <span className={css.origin}>
                    <Mark tone={TONE[secret.origin]}>{named('secret', secret.origin)}</Mark>
                    {secret.set_at && (
                      <span className="faint">
                        <When at={secret.set_at} /> {secret.set_by}
                      </span>
                    )}
                  </span>
                  {may('secrets.save') && (
                    <Button
                      variant="default"
                      onClick={() => setAsked(secret)}
                      aria-label={`${say('secrets.set')} ${secret.name}`}
                    >
                      {say('secrets.set')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {asked && <SetSecret name={name} secret={asked} onClose={() => setAsked(null)} />}
    </Panel>
  );
}

function SetSecret({ name, secret, onClose }: { name: string; secret: Secret; onClose: () => void }) {
  const [value, setValue] = useState('');
  const { set } = useSecretActs(name);
  return (
    <Modal opened centered onClose={onClose} title={secret.name} closeButtonProps={{ 'aria-label': say('act.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate({ [secret.name]: value }, { onSuccess: onClose });
        }}
      >
        <Stack gap={12}>
          <PasswordInput
            data-autofocus
            required
            label={say('secrets.value')}
            description={say('secrets.value.what')}
            autoComplete="off"
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
          {set.error && <Fault error={set.error} />}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {say('act.cancel')}
            </Button>
            <Button type="submit" loading={set.isPending} disabled={value === ''}>
              {say('profile.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
