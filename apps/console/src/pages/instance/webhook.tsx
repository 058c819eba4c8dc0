import { Button, Modal, SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Instance } from '../../api/instances.ts';
import { type Overlap, OVERLAPS, useSecretActs, useSecrets } from '../../api/secrets.ts';
import { Code } from '../../parts/code.tsx';
import { Panel } from '../../parts/page.tsx';
import { ShownOnce } from '../../parts/shown-once.tsx';
import { Fault, Notice } from '../../parts/states.tsx';
import { useMay } from '../../session/session.ts';
import { moment } from '../../words/time.ts';
import { named, say, useLanguage } from '../../words/words.ts';

/** Where the platform sends its messages, and the secret that it signs them with. */
export function Webhook({ instance }: { instance: Instance }) {
  useLanguage();
  const { name, title: platform, webhook_url: address } = instance;
  const may = useMay();
  const { data: secrets = [] } = useSecrets(name, may('profiles.read'));
  const { rotate } = useSecretActs(name);
  const [isAsking, setAsking] = useState(false);
  if (address === null) return null;
  const close = () => {
    setAsking(false);
    rotate.reset();
  };
  const changing = secrets.find((each) => each.previous_until !== null);
  return (
    <Panel
      title={say('webhook.title')}
      aside={
        may('secrets.save') &&
        !isChannel(instance) && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {say('secrets.rotate')}
          </Button>
        )
      }
    >
      <Stack gap={10}>
        <p className="faint">{say('webhook.what', { platform })}</p>
        <Code label={say('webhook.title')} value={address} />
        {changing?.previous_until && (
          <Notice tone="info">{say('webhook.overlap', { until: moment(changing.previous_until) })}</Notice>
        )}
      </Stack>
      {isAsking && !rotate.data && (
        <Modal
          opened
          centered
          onClose={close}
          title={say('secrets.rotate')}
          closeButtonProps={{ 'aria-label': say('act.close') }}
        >
          <Rotate rotate={rotate} />
        </Modal>
      )}
      {rotate.data && (
        <ShownOnce title={say('secrets.rotated')} secret={rotate.data.secret} onClose={close}>
          {say('secrets.rotated.what', { platform, until: moment(rotate.data.previous_until) })}
        </ShownOnce>
      )}
    </Panel>
  );
}

/** A channel signs with the secret of our application there, which is changed there: the hub can make none. */
const isChannel = ({ capabilities }: Instance): boolean => capabilities.includes('said');

function Rotate({ rotate }: Pick<ReturnType<typeof useSecretActs>, 'rotate'>) {
  const [overlap, setOverlap] = useState<Overlap>('24h');
  return (
    <Stack gap={12}>
      <p>{say('webhook.rotate.what')}</p>
      <SegmentedControl
        aria-label={say('webhook.for')}
        value={overlap}
        onChange={setOverlap}
        data={OVERLAPS.map((each) => ({ value: each, label: named('overlap', each) }))}
      />
      {rotate.error && <Fault error={rotate.error} />}
      <Button loading={rotate.isPending} onClick={() => rotate.mutate(overlap)}>
        {say('secrets.rotate')}
      </Button>
    </Stack>
  );
}
