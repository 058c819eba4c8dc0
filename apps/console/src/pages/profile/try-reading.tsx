import { Button, Select, Stack, Textarea } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages, useProfileActs } from '../../api/profile.ts';
import { Became } from '../../parts/became.tsx';
import { Panel } from '../../parts/page.tsx';
import { Fault } from '../../parts/states.tsx';
import { shortMoment } from '../../words/time.ts';
import { named, say, useLanguage } from '../../words/words.ts';

/** What a message would become by the text as it stands in the editor. Nothing is kept and nothing is sent. */
export function TryReading({ name, text }: { name: string; text: string }) {
  useLanguage();
  const { data: messages = [] } = useMessages(name);
  const { dryRun } = useProfileActs(name);
  const [payload, setPayload] = useState('');
  const [message, setMessage] = useState<string | null>(null);
  const run = () => dryRun.mutate(message === null ? { text, payload } : { text, inbox_id: message });
  return (
    <Panel title={say('reading.title')}>
      <Stack gap={12}>
        <p className="faint">{say('reading.what')}</p>
        <Select
          label={say('reading.message')}
          placeholder={say('reading.message.none')}
          clearable
          clearButtonProps={{ 'aria-label': say('filter.clear') }}
          value={message}
          onChange={setMessage}
          data={messages.map((each) => ({
            value: each.id,
            label: [shortMoment(each.received_at), named('waiting', each.kind), each.external_id, each.complaint]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
        {message === null && (
          <Textarea
            label={say('reading.payload')}
            autosize
            minRows={5}
            maxRows={14}
            classNames={{ input: 'mono' }}
            value={payload}
            onChange={(event) => setPayload(event.currentTarget.value)}
          />
        )}
        <Button
          leftSection={<IconPlayerPlay size={15} />}
          loading={dryRun.isPending}
          disabled={message === null && payload.trim() === ''}
          onClick={run}
        >
          {say('reading.act')}
        </Button>
        {dryRun.error && <Fault error={dryRun.error} />}
        {dryRun.data && <Became run={dryRun.data} />}
      </Stack>
    </Panel>
  );
}
