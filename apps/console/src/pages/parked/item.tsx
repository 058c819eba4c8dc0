import { Button, Drawer, Group, Stack, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlayerSkipForward, IconRefresh, IconVocabulary } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Shown } from '../../api/client.ts';
import { useTitleOf } from '../../api/instances.ts';
import { useGroups, useParkedActs, useParkedItem, usePreview } from '../../api/parked.ts';
import { Code } from '../../parts/code.tsx';
import { asCurl } from '../../parts/curl.ts';
import { Facts } from '../../parts/page.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { Answered, Notice } from '../../parts/states.tsx';
import { DeliveryState } from '../../parts/status.tsx';
import { Ago } from '../../parts/when.tsx';
import { useMay } from '../../session/session.ts';
import { heard, named, say, useLanguage } from '../../words/words.ts';
import { adviceFor } from './advice.ts';
import { Would } from './would.tsx';

export function ParkedItemDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  useLanguage();
  const item = useParkedItem(id);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={640}
      title={<strong>{item.data ? named('waiting', item.data.kind) : say('parked.title')}</strong>}
      closeButtonProps={{ 'aria-label': say('act.close') }}
    >
      <Answered of={item}>{(shown) => <Item item={shown} onDone={onClose} />}</Answered>
    </Drawer>
  );
}

function Item({ item, onDone }: { item: Shown<'ParkedDetail'>; onDone: () => void }) {
  const { retry, skip } = useParkedActs();
  const [isSkipping, setSkipping] = useState(false);
  const may = useMay();
  const titleOf = useTitleOf();
  const advice = useAdvice(item);
  const done = (message: string) => {
    notifications.show({ color: 'teal', message });
    onDone();
  };
  return (
    <Stack gap={16}>
      <Notice tone={item.state === 'uncertain' ? 'warn' : 'bad'}>
        <strong>{heard(item.reason) ?? say('parked.unexplained')}</strong>
        {advice && <p>{advice}</p>}
      </Notice>
      <Group gap={8}>
        {item.code === 'unknown_label' && (
          <Button component={Link} href={`/konektor/${item.instance}/label`} leftSection={<IconVocabulary size={15} />}>
            {say('parked.map')}
          </Button>
        )}
        {may('parked.retry') && (
          <Button
            leftSection={<IconRefresh size={15} />}
            loading={retry.isPending}
            onClick={() => retry.mutate(item.id, { onSuccess: () => done(say('parked.retried.one')) })}
          >
            {say('parked.retry')}
          </Button>
        )}
        {may('parked.skip') && (
          <Button variant="default" leftSection={<IconPlayerSkipForward size={15} />} onClick={() => setSkipping(true)}>
            {say('parked.skip')}
          </Button>
        )}
      </Group>
      {retry.error && (
        <Notice tone="bad" urgent>
          {retry.error.message}
        </Notice>
      )}
      <Facts
        rows={[
          [say('word.state'), <DeliveryState key="state" state={item.state} />],
          [
            say('word.complaint'),
            item.complaint && (
              <Link key="complaint" href={`/aduan/${item.complaint}`} className="link number">
                {item.complaint}
              </Link>
            ),
          ],
          [say('word.instance'), titleOf(item.instance)],
          [say('parked.number-there'), item.external_id],
          [say('word.rule'), item.rule],
          [say('parked.since'), <Ago key="since" at={item.since} />],
          [say('word.attempts'), item.attempts],
          [say('parked.behind'), say('parked.behind.what', { count: item.behind })],
          [
            say('word.trace'),
            <Link key="trace" href={`/audit?trace_id=${item.trace_id}`} className="link mono">
              {item.trace_id}
            </Link>,
          ],
        ]}
      />
      {item.type === 'delivery' ? <Preview id={item.id} /> : <Received item={item} />}
      {item.type === 'message' && may('profiles.try') && <Would instance={item.instance} id={item.id} />}
      {isSkipping && (
        <ReasonDialog
          title={say('parked.skip.title')}
          act={say('parked.skip')}
          busy={skip.isPending}
          error={skip.error}
          onClose={() => setSkipping(false)}
          onReason={(reason) => skip.mutate({ id: item.id, reason }, { onSuccess: () => done(say('parked.skipped')) })}
        >
          {say('parked.skip.what')}
        </ReasonDialog>
      )}
    </Stack>
  );
}

/** What the hub advises for everything that waits for the same reason. */
function useAdvice(item: Shown<'ParkedDetail'>): string | undefined {
  const { data: groups } = useGroups();
  const group = groups?.find(
    ({ instance, type, reason, state }) =>
      instance === item.instance && type === item.type && reason === item.reason && state === item.state,
  );
  return group && adviceFor(group);
}

function Preview({ id }: { id: string }) {
  const preview = usePreview(id, true);
  return (
    <Stack gap={8}>
      <Title order={3}>{say('preview.title')}</Title>
      <p className="faint">{say('preview.what')}</p>
      <Answered of={preview}>
        {({ request, note }) => (
          <Stack gap={8}>
            {request && <Code label={say('preview.title')} value={asCurl(request)} />}
            {(note || !request) && (
              <Notice tone="idle">
                {!request && <strong>{say('preview.none')} </strong>}
                {heard(note)}
              </Notice>
            )}
          </Stack>
        )}
      </Answered>
    </Stack>
  );
}

const Received = ({ item }: { item: Shown<'ParkedDetail'> }) => (
  <Stack gap={8}>
    <Title order={3}>{say('received.title')}</Title>
    <p className="faint">{say('received.what', { size: item.size ?? '?' })}</p>
    {item.headers && <Code label={say('received.headers')} value={item.headers} />}
  </Stack>
);
