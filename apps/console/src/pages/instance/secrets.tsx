import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Shown } from '../../api/client.ts';
import { useSecretActs, useSecrets } from '../../api/secrets.ts';
import { Code } from '../../parts/code.tsx';
import { Panel } from '../../parts/page.tsx';
import { Answered, Empty, Fault, Notice } from '../../parts/states.tsx';
import { Mark, type Tone } from '../../parts/status.tsx';
import { When } from '../../parts/when.tsx';
import { useMay } from '../../session/session.ts';
import { moment } from '../../words/time.ts';
import { named, say, useLanguage } from '../../words/words.ts';
import css from './instance.module.css';

type Secret = Shown<'Secret'>;

const TONE: Record<Secret['origin'], Tone> = { saved: 'ok', environment: 'info', default: 'idle', missing: 'bad' };

/** The values a profile names: they can be set here and never be read again. */
export function Secrets({ name, platform }: { name: string; platform: string }) {
  useLanguage();
  const may = useMay();
  const secrets = useSecrets(name, may('profiles.read'));
  const { rotate } = useSecretActs(name);
  const [asked, setAsked] = useState<Secret | null>(null);
  if (!may('profiles.read')) return null;
  return (
    <Panel
      title={say('secrets.title')}
      flush
      aside={
        may('secrets.save') && (
          <Button variant="default" loading={rotate.isPending} onClick={() => rotate.mutate()}>
            {say('secrets.rotate')}
          </Button>
        )
      }
    >
      {rotate.error && <Fault error={rotate.error} />}
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
      {rotate.data && (
        <Modal
          opened
          centered
          onClose={() => rotate.reset()}
          title={say('secrets.rotated')}
          closeButtonProps={{ 'aria-label': say('act.close') }}
        >
          <Stack gap={12}>
            <Notice tone="warn">
              {say('secrets.rotated.what', { platform, until: moment(rotate.data.previous_until) })}
            </Notice>
            <Code label={rotate.data.name} value={rotate.data.secret} />
          </Stack>
        </Modal>
      )}
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
