import { Button, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileCode, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { type Instance, useInstanceActs, useInstances } from '../../api/instances.ts';
import { Facts, Page, Panel } from '../../parts/page.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { Answered, Empty, Notice } from '../../parts/states.tsx';
import { Ago } from '../../parts/when.tsx';
import { duration } from '../../words/time.ts';
import { named, say, useLanguage } from '../../words/words.ts';
import { Health, healthOf } from '../instances/health.tsx';
import { useMay } from '../../session/session.ts';
import { ConnectionTest } from './connection-test.tsx';
import css from './instance.module.css';
import { Secrets } from './secrets.tsx';
import { Webhook } from './webhook.tsx';
import { Words } from './words.tsx';

export default function InstancePage() {
  useLanguage();
  const params = useParams<{ name: string }>();
  const instances = useInstances();
  return (
    <Answered of={instances}>
      {(all) => {
        const instance = all.find(({ name }) => name === params.name);
        if (!instance) return <Empty title={say('instance.unknown')}>{params.name}</Empty>;
        return <Shown instance={instance} />;
      }}
    </Answered>
  );
}

function Shown({ instance }: { instance: Instance }) {
  const { reason } = healthOf(instance);
  const may = useMay();
  return (
    <Page
      title={instance.title}
      lead={
        <Link href="/konektor" className="link">
          ← {say('instances.title')}
        </Link>
      }
      actions={may('instances.pause') && <PauseOrResume instance={instance} />}
    >
      <Stack gap={16}>
        {reason && <Notice tone={healthOf(instance).tone}>{reason}</Notice>}
        <div className={css.columns}>
          <Stack gap={16}>
            <Panel title={say('instance.state')} aside={<Health instance={instance} />}>
              <Facts rows={factsOf(instance)} />
            </Panel>
            <Words name={instance.name} platform={instance.title} />
            {may('profiles.read') && (
              <Panel
                title={say('profile.title', { platform: instance.title })}
                aside={
                  <Button
                    component={Link}
                    href={`/konektor/${instance.name}/profil`}
                    leftSection={<IconFileCode size={15} />}
                  >
                    {say('profile.open')}
                  </Button>
                }
              >
                <p className="faint">{say('profile.open.what')}</p>
              </Panel>
            )}
          </Stack>
          <Stack gap={16}>
            {may('instances.test') && <ConnectionTest name={instance.name} />}
            <Webhook instance={instance} />
            <Secrets name={instance.name} />
          </Stack>
        </div>
      </Stack>
    </Page>
  );
}

const factsOf = ({ counts, ...instance }: Instance): [string, React.ReactNode][] => [
  [
    say('instance.name'),
    <span key="name" className="mono">
      {instance.name}
    </span>,
  ],
  [
    say('instance.connector'),
    <span key="connector" className="mono">
      {instance.connector}
    </span>,
  ],
  [say('instance.heard'), instance.heard_at ? <Ago key="heard" at={instance.heard_at} /> : say('word.never')],
  [say('instance.polled'), instance.polled_at ? <Ago key="polled" at={instance.polled_at} /> : say('word.never')],
  [say('instance.poll-every'), duration(instance.poll_every_ms)],
  [say('instance.held'), heldBy(counts)],
  [say('instance.paused-by'), instance.state === 'paused' && instance.paused_by],
  [say('instance.can'), instance.capabilities.map((each) => named('capability', each)).join(' · ')],
];

const heldBy = (counts: Instance['counts']): string =>
  say('instance.held.what', {
    deliveries: counts.waiting + counts.sending + counts.parked + counts.uncertain,
    messages: counts.messages_waiting + counts.messages_parked,
  });

function PauseOrResume({ instance }: { instance: Instance }) {
  const [isAsking, setAsking] = useState(false);
  const { pause, resume } = useInstanceActs(instance.name);
  const failed = (error: Error) => notifications.show({ color: 'red', message: error.message });
  if (instance.state === 'paused')
    return (
      <Button
        leftSection={<IconPlayerPlay size={15} />}
        loading={resume.isPending}
        onClick={() => resume.mutate(undefined, { onError: failed })}
      >
        {say('instance.resume')}
      </Button>
    );
  return (
    <>
      <Button variant="default" leftSection={<IconPlayerPause size={15} />} onClick={() => setAsking(true)}>
        {say('instance.pause')}
      </Button>
      {isAsking && (
        <ReasonDialog
          title={say('instance.pause.title', { platform: instance.title })}
          act={say('instance.pause')}
          busy={pause.isPending}
          error={pause.error}
          onClose={() => setAsking(false)}
          onReason={(reason) => pause.mutate(reason, { onSuccess: () => setAsking(false) })}
        >
          {say('instance.pause.what')} {heldBy(instance.counts)}
        </ReasonDialog>
      )}
    </>
  );
}
