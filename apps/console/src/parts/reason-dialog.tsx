import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { say, useLanguage } from '../words/words.ts';
import { Fault, useNewFault } from './states.tsx';

const SHORTEST = 3;
const LONGEST = 500;

interface ReasonDialogProps {
  title: string;
  act: string;
  children: React.ReactNode;
  busy: boolean;
  error: unknown;
  onReason: (reason: string) => void;
  onClose: () => void;
}

/** Asks why before something is done that the audit keeps with its reason. */
export function ReasonDialog({ title, act, children, busy, error, onReason, onClose }: ReasonDialogProps) {
  useLanguage();
  const fault = useNewFault(error);
  const [reason, setReason] = useState('');
  const isEnough = reason.trim().length >= SHORTEST;
  return (
    <Modal opened onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': say('act.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isEnough) onReason(reason.trim());
        }}
      >
        <Stack gap={12}>
          <div>{children}</div>
          <Textarea
            data-autofocus
            required
            label={say('reason.label')}
            description={say('reason.kept')}
            maxLength={LONGEST}
            minRows={3}
            autosize
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {fault ? <Fault error={fault} /> : null}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {say('act.cancel')}
            </Button>
            <Button type="submit" disabled={!isEnough} loading={busy}>
              {act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
