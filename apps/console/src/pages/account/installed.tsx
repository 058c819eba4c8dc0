import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useAccountActs } from '../../api/account.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { Mark } from '../../parts/status.tsx';
import { say, useLanguage } from '../../words/words.ts';

/** With so few recovery codes left it is time for new ones. */
const FEW = 3;

interface InstalledProps {
  /** How many recovery codes are unused. */
  left: number;
  onCodes: (codes: string[]) => void;
}

/** What can be done about a second factor that is in force; both ways the codes that were kept so far are void. */
export function Installed({ left, onCodes }: InstalledProps) {
  useLanguage();
  const { renew, remove } = useAccountActs();
  const [asked, setAsked] = useState<'renew' | 'remove' | null>(null);
  const close = () => {
    setAsked(null);
    renew.reset();
    remove.reset();
  };
  const renewed = ({ recovery_codes: codes }: { recovery_codes: string[] }) => {
    close();
    onCodes(codes);
  };
  return (
    <>
      <Mark tone={left > FEW ? 'ok' : 'warn'}>{say('recovery.left', { count: left })}</Mark>
      <Group gap={8}>
        <Button variant="default" onClick={() => setAsked('renew')}>
          {say('recovery.renew')}
        </Button>
        <Button variant="default" onClick={() => setAsked('remove')}>
          {say('factor.remove')}
        </Button>
      </Group>
      {asked === 'renew' && (
        <ConfirmDialog
          title={say('recovery.renew.title')}
          act={say('recovery.renew')}
          busy={renew.isPending}
          error={renew.error}
          onConfirm={() => renew.mutate(undefined, { onSuccess: renewed })}
          onClose={close}
        >
          {say('recovery.renew.what')}
        </ConfirmDialog>
      )}
      {asked === 'remove' && (
        <ConfirmDialog
          title={say('factor.remove.title')}
          act={say('factor.remove')}
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate(undefined, { onSuccess: close })}
          onClose={close}
        >
          {say('factor.remove.what')}
        </ConfirmDialog>
      )}
    </>
  );
}
