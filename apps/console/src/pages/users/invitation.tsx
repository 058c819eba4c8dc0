import { Modal, Stack } from '@mantine/core';
import type { Shown } from '../../api/client.ts';
import { Code } from '../../parts/code.tsx';
import { Notice } from '../../parts/states.tsx';
import { moment } from '../../words/time.ts';
import { say, useLanguage } from '../../words/words.ts';

interface InvitationProps {
  invitation: Shown<'InvitationView'>;
  onClose: () => void;
}

export function Invitation({ invitation, onClose }: InvitationProps) {
  useLanguage();
  return (
    <Modal
      opened
      centered
      size="lg"
      onClose={onClose}
      title={say('invitation.title')}
      closeButtonProps={{ 'aria-label': say('act.close') }}
    >
      <Stack gap={12}>
        <Notice tone="warn">{say('invitation.what', { until: moment(invitation.expires_at) })}</Notice>
        <Code label={say('invitation.title')} value={invitation.url} />
      </Stack>
    </Modal>
  );
}
