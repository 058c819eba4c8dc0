import { notifications } from '@mantine/notifications';
import { useReconciliationActs } from '../../api/reconciliation.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { say, useLanguage } from '../../words/words.ts';

interface AcceptFewerProps {
  name: string;
  platform: string;
  onClose: () => void;
}

/** The way on where a platform's list is suspiciously short: a person says that it is right, and it is compared after all. */
export function AcceptFewer({ name, platform, onClose }: AcceptFewerProps) {
  useLanguage();
  const { begin } = useReconciliationActs();
  const begun = () => {
    onClose();
    notifications.show({ color: 'teal', message: say('reconciliation.begun', { platform }) });
  };
  return (
    <ConfirmDialog
      title={say('runs.fewer.title', { platform })}
      act={say('reconciliation.begin')}
      busy={begin.isPending}
      error={begin.error}
      onConfirm={() => begin.mutate({ name, acceptsFewer: true }, { onSuccess: begun })}
      onClose={onClose}
    >
      {say('runs.fewer.what', { platform })}
    </ConfirmDialog>
  );
}
