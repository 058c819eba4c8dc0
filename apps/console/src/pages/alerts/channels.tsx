import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type Channel, useChannelActs, useChannels } from '../../api/alerts.ts';
import { Panel } from '../../parts/page.tsx';
import { ShownOnce } from '../../parts/shown-once.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { Mark } from '../../parts/status.tsx';
import { useMay } from '../../session/session.ts';
import { heard, named, say, useLanguage } from '../../words/words.ts';
import css from './alerts.module.css';
import { ChannelDialog } from './channel-dialog.tsx';

export function Channels() {
  useLanguage();
  const may = useMay();
  const channels = useChannels();
  const [edited, setEdited] = useState<Channel | 'new' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Panel
      flush
      title={say('channels.title')}
      aside={
        may('alerts.manage') && (
          <Button variant="default" leftSection={<IconPlus size={15} />} onClick={() => setEdited('new')}>
            {say('channels.add')}
          </Button>
        )
      }
    >
      <Answered of={channels}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty title={say('channels.none')}>{say('channels.none.what')}</Empty>
          ) : (
            <ul className={css.channels}>
              {data.map((channel) => (
                <Row key={channel.id} channel={channel} onEdit={() => setEdited(channel)} />
              ))}
            </ul>
          )
        }
      </Answered>
      {edited && (
        <ChannelDialog
          channel={edited === 'new' ? null : edited}
          hasMail={channels.data?.email_available ?? false}
          onMade={setSecret}
          onClose={() => setEdited(null)}
        />
      )}
      {secret && (
        <ShownOnce title={say('channels.secret')} secret={secret} onClose={() => setSecret(null)}>
          {say('channels.secret.what')}
        </ShownOnce>
      )}
    </Panel>
  );
}

function Row({ channel, onEdit }: { channel: Channel; onEdit: () => void }) {
  const may = useMay();
  const { test, change } = useChannelActs();
  const { kinds, quiet_from: from, quiet_to: to } = channel;
  const failed = (error: Error) => notifications.show({ color: 'red', message: error.message });
  const tried = ({ ok, fault }: { ok: boolean; fault: string | null }) =>
    notifications.show(
      ok
        ? { color: 'teal', message: say('channels.test.ok') }
        : { color: 'red', message: say('channels.test.failed', { fault: heard(fault) ?? '' }) },
    );
  return (
    <li className={css.channel}>
      <div className={css.about}>
        <span className={css.name}>
          <strong>{channel.name}</strong>
          <Mark tone={channel.enabled ? 'ok' : 'idle'}>{say(channel.enabled ? 'channels.on' : 'channels.off')}</Mark>
        </span>
        <span className="faint wrap">
          {named('channel-kind', channel.kind)}: {channel.target}
        </span>
        <span className="faint wrap">
          {kinds.length === 0 ? say('channels.all') : kinds.map((kind) => named('alert', kind)).join(', ')}
          {from && to && ` · ${say('channels.quiet', { from, to })}`}
        </span>
      </div>
      {may('alerts.manage') && (
        <Group gap={6}>
          <Button
            variant="default"
            loading={test.isPending}
            onClick={() => test.mutate(channel.id, { onSuccess: tried, onError: failed })}
          >
            {say('channels.test')}
          </Button>
          <Button variant="default" onClick={onEdit}>
            {say('act.change')}
          </Button>
          <Button
            variant="default"
            loading={change.isPending}
            onClick={() => change.mutate({ id: channel.id, enabled: !channel.enabled }, { onError: failed })}
          >
            {say(channel.enabled ? 'channels.turn-off' : 'channels.turn-on')}
          </Button>
        </Group>
      )}
    </li>
  );
}
