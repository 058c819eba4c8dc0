import { Drawer, Stack, Title } from '@mantine/core';
import { Link } from 'wouter';
import type { Shown } from '../../api/client.ts';
import { useTitleOf } from '../../api/instances.ts';
import { useGroups, useParkedItem, usePreview } from '../../api/parked.ts';
import { Code } from '../../parts/code.tsx';
import { asCurl } from '../../parts/curl.ts';
import { Facts } from '../../parts/page.tsx';
import { Answered, Notice } from '../../parts/states.tsx';
import { DeliveryState } from '../../parts/status.tsx';
import { Ago } from '../../parts/when.tsx';
import { useMay } from '../../session/session.ts';
import { heard, named, say, useLanguage } from '../../words/words.ts';
import { adviceFor } from './advice.ts';
import { Decide } from './decide.tsx';
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
  const may = useMay();
  const titleOf = useTitleOf();
  const advice = useAdvice(item);
  return (
    <Stack gap={16}>
      <Notice tone={item.state === 'uncertain' ? 'warn' : 'bad'}>
        <strong>{heard(item.reason) ?? say('parked.unexplained')}</strong>
        {advice && <p>{advice}</p>}
      </Notice>
      <Decide item={item} onDone={onDone} />
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
