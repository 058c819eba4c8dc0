import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type NewKey, useKeyActs } from '../../api/keys.ts';
import { Fault } from '../../parts/states.tsx';
import { say, useLanguage } from '../../words/words.ts';
import { scopes } from './scopes.ts';

interface NewKeyDialogProps {
  onMade: (key: string) => void;
  onClose: () => void;
}

export function NewKeyDialog({ onMade, onClose }: NewKeyDialogProps) {
  useLanguage();
  const { make } = useKeyActs();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      title={say('keys.add')}
      closeButtonProps={{ 'aria-label': say('act.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate(
            { name, scopes: chosen as NewKey['scopes'] },
            {
              onSuccess: ({ key }) => {
                onMade(key);
                onClose();
              },
            },
          );
        }}
      >
        <Stack gap={12}>
          <TextInput
            data-autofocus
            required
            label={say('keys.name')}
            description={say('keys.name.what')}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Checkbox.Group label={say('keys.scopes')} required value={chosen} onChange={setChosen}>
            <Stack gap={8} mt={6}>
              {scopes().map(([value, label]) => (
                <Checkbox key={value} value={value} label={label} />
              ))}
            </Stack>
          </Checkbox.Group>
          {make.error && <Fault error={make.error} />}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {say('act.cancel')}
            </Button>
            <Button type="submit" disabled={chosen.length === 0} loading={make.isPending}>
              {say('keys.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
