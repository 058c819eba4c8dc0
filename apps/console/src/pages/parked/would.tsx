import { Button, Stack, Title } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useProfileActs } from '../../api/profile.ts';
import { Became } from '../../parts/became.tsx';
import { Fault } from '../../parts/states.tsx';
import { say } from '../../words/words.ts';

/** What a message that waits would become by the profile as it is live now. */
export function Would({ instance, id }: { instance: string; id: string }) {
  const { dryRun } = useProfileActs(instance);
  return (
    <Stack gap={8}>
      <Title order={3}>{say('parked.would')}</Title>
      <p className="faint">{say('parked.would.what')}</p>
      {dryRun.data ? (
        <Became run={dryRun.data} />
      ) : (
        <Button
          variant="default"
          leftSection={<IconPlayerPlay size={15} />}
          loading={dryRun.isPending}
          onClick={() => dryRun.mutate({ inbox_id: id.replace(/^m_/, '') })}
        >
          {say('parked.would.act')}
        </Button>
      )}
      {dryRun.error && <Fault error={dryRun.error} />}
    </Stack>
  );
}
