import { Modal, Stack } from '@mantine/core';
import { say, useLanguage } from '../words/words.ts';
import { Code } from './code.tsx';
import { Notice } from './states.tsx';

interface ShownOnceProps {
  title: string;
  secret: string;
  children: React.ReactNode;
  onClose: () => void;
}

/** What the hub tells one time: who closes this without keeping it has to make another. */
export function ShownOnce({ title, secret, children, onClose }: ShownOnceProps) {
  useLanguage();
  return (
    <Modal
      opened
      centered
      size="lg"
      onClose={onClose}
      title={title}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': say('act.close') }}
    >
      <Stack gap={12}>
        <Notice tone="warn">{children}</Notice>
        <Code label={title} value={secret} />
      </Stack>
    </Modal>
  );
}
