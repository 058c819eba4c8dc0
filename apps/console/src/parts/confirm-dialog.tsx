import { Button, Group, Modal, Stack } from '@mantine/core';
import { say, useLanguage } from '../words/words.ts';
import { Fault, useNewFault } from './states.tsx';

interface ConfirmDialogProps {
  title: string;
  act: string;
  children: React.ReactNode;
  busy: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once more before something is done that can't be taken back; who closes it or presses Enter at once does nothing. */
export function ConfirmDialog({ title, act, children, busy, error, onConfirm, onClose }: ConfirmDialogProps) {
  useLanguage();
  const fault = useNewFault(error);
  return (
    <Modal opened onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': say('act.close') }}>
      <Stack gap={12}>
        <div>{children}</div>
        {fault ? <Fault error={fault} /> : null}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" data-autofocus onClick={onClose}>
            {say('act.cancel')}
          </Button>
          <Button loading={busy} onClick={onConfirm}>
            {act}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
