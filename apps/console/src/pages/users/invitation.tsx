import type { Shown } from '../../api/client.ts';
import { ShownOnce } from '../../parts/shown-once.tsx';
import { moment } from '../../words/time.ts';
import { say, useLanguage } from '../../words/words.ts';

interface InvitationProps {
  invitation: Shown<'InvitationView'>;
  onClose: () => void;
}

export function Invitation({ invitation, onClose }: InvitationProps) {
  useLanguage();
  return (
    <ShownOnce title={say('invitation.title')} secret={invitation.url} onClose={onClose}>
      {say('invitation.what', { until: moment(invitation.expires_at) })}
    </ShownOnce>
  );
}
