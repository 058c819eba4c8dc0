import { Button, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlugConnected } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import type { Shown } from '../../api/client.ts';
import { useCreateInstance } from '../../api/new-instance.ts';
import { Panel } from '../../parts/page.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { Loading } from '../../parts/states.tsx';
import { say } from '../../words/words.ts';

const Editor = lazy(() => import('../../parts/editor.tsx'));

interface MakeProps {
  connector: string;
  name: string;
  template: Shown<'Template'>;
}

/** The profile as it will begin and the values it asks for; nothing exists before it is confirmed. */
export function Make({ connector, name, template }: MakeProps) {
  const [text, setText] = useState(template.text);
  const [secrets, setSecrets] = useState<Record<string, string>>({});
  const [isAsking, setAsking] = useState(false);
  const create = useCreateInstance();
  const [, go] = useLocation();
  const filled = Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== ''));
  return (
    <>
      {template.variables.length > 0 && (
        <Panel title={say('new.values')}>
          <Stack gap={12} maw={520}>
            <p className="faint">{say('secrets.value.what')}</p>
            {template.variables.map((variable) => (
              <PasswordInput
                key={variable}
                label={<span className="mono">{variable}</span>}
                autoComplete="off"
                value={secrets[variable] ?? ''}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  setSecrets((old) => ({ ...old, [variable]: value }));
                }}
              />
            ))}
          </Stack>
        </Panel>
      )}
      <Panel
        title={say('profile.title', { platform: name })}
        flush
        aside={
          <Button leftSection={<IconPlugConnected size={15} />} onClick={() => setAsking(true)}>
            {say('new.act')}
          </Button>
        }
      >
        <Suspense fallback={<Loading rows={14} />}>
          <Editor label={say('profile.text')} language="yaml" tall value={text} onChange={setText} />
        </Suspense>
      </Panel>
      {isAsking && (
        <ReasonDialog
          title={say('new.act.title', { name })}
          act={say('new.act')}
          busy={create.isPending}
          error={create.error}
          onClose={() => setAsking(false)}
          onReason={(why) =>
            create.mutate(
              { connector, name, text, why, secrets: filled },
              {
                onSuccess: () => {
                  notifications.show({ color: 'teal', message: say('new.made', { name }) });
                  go(`/konektor/${name}`);
                },
              },
            )
          }
        >
          {say('new.act.what')}
        </ReasonDialog>
      )}
    </>
  );
}
