import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { answerOf, api, type Shown } from '../../api/client.ts';
import { Facts, Panel } from '../../parts/page.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { useMay, useSession } from '../../session/session.ts';
import { say, useLanguage } from '../../words/words.ts';

interface ReporterProps {
  number: string;
  masked: Shown<'ReporterView'> | null;
}

/** Who complained, masked; the whole is asked for with a reason, and gone when the page is left. */
export function Reporter({ number, masked }: ReporterProps) {
  useLanguage();
  const may = useMay();
  const { person } = useSession();
  const [isAsking, setAsking] = useState(false);
  const unmask = useMutation({
    mutationFn: (reason: string) =>
      answerOf(api.POST('/api/v1/complaints/{number}/identity', { params: { path: { number } }, body: { reason } })),
    onSuccess: () => setAsking(false),
    gcTime: 0,
  });
  if (!masked || !person || !may('complaints.identity')) return null;
  const shown = unmask.data ?? masked;
  return (
    <Panel
      title={say('reporter.title')}
      aside={
        unmask.data ? (
          <Button variant="default" leftSection={<IconEyeOff size={15} />} onClick={() => unmask.reset()}>
            {say('reporter.hide')}
          </Button>
        ) : (
          <Button variant="default" leftSection={<IconEye size={15} />} onClick={() => setAsking(true)}>
            {say('reporter.show')}
          </Button>
        )
      }
    >
      <Facts
        rows={[
          [say('reporter.name'), shown.name],
          [
            say('reporter.phone'),
            shown.phone && (
              <span key="phone" className="figures">
                {shown.phone}
              </span>
            ),
          ],
          [say('reporter.email'), shown.email],
          [say('reporter.account'), shown.account],
        ]}
      />
      {isAsking && (
        <ReasonDialog
          title={say('reporter.show.title', { number })}
          act={say('reporter.show')}
          busy={unmask.isPending}
          error={unmask.error}
          onClose={() => setAsking(false)}
          onReason={(reason) => unmask.mutate(reason)}
        >
          {say('reporter.show.what')}
        </ReasonDialog>
      )}
    </Panel>
  );
}
