import { Button, Checkbox, Group, Modal, MultiSelect, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Channel, type ChannelForm, useChannelActs } from '../../api/alerts.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { Fault, Notice } from '../../parts/states.tsx';
import { choicesOf } from '../../words/choices.ts';
import { say, useLanguage } from '../../words/words.ts';

interface ChannelDialogProps {
  channel: Channel | null;
  hasMail: boolean;
  /** Hears the secret that a new webhook is signed with. */
  onMade: (secret: string | null) => void;
  onClose: () => void;
}

export function ChannelDialog({ channel, hasMail, onMade, onClose }: ChannelDialogProps) {
  useLanguage();
  const { make, change, remove } = useChannelActs();
  const [isRemoving, setRemoving] = useState(false);
  const [form, setForm] = useState<ChannelForm>({
    kind: channel?.kind ?? 'webhook',
    name: channel?.name ?? '',
    target: channel?.target ?? '',
    kinds: channel?.kinds ?? [],
    quiet_from: channel?.quiet_from ?? null,
    quiet_to: channel?.quiet_to ?? null,
    urgent_passes: channel?.urgent_passes ?? true,
  });
  const set = (changes: Partial<ChannelForm>) => setForm({ ...form, ...changes });
  const data = (group: string) => choicesOf(group).map(([value, label]) => ({ value, label }));
  const error = make.error ?? change.error;
  const isMail = form.kind === 'email';
  const isRefused = isMail && !channel && !hasMail;
  const submit = () => {
    const { kind: _kind, ...changes } = form;
    if (channel) change.mutate({ id: channel.id, ...changes }, { onSuccess: onClose });
    else
      make.mutate(form, {
        onSuccess: ({ secret }) => {
          onMade(secret);
          onClose();
        },
      });
  };
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      title={channel?.name ?? say('channels.add')}
      closeButtonProps={{ 'aria-label': say('act.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap={12}>
          <Select
            label={say('channels.kind')}
            allowDeselect={false}
            disabled={channel !== null}
            data={data('channel-kind')}
            value={form.kind}
            onChange={(kind) => set({ kind: (kind ?? 'webhook') as ChannelForm['kind'] })}
          />
          {isRefused && <Notice tone="warn">{say('channels.no-mail')}</Notice>}
          <TextInput
            data-autofocus
            required
            label={say('channels.name')}
            value={form.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <Textarea
            required
            autosize
            label={say(isMail ? 'channels.addresses' : 'channels.address')}
            description={say(isMail ? 'channels.addresses.what' : 'channels.address.what')}
            value={form.target}
            onChange={(event) => set({ target: event.currentTarget.value.trim() })}
          />
          <MultiSelect
            label={say('channels.kinds')}
            placeholder={form.kinds?.length ? '' : say('channels.all')}
            data={data('alert')}
            value={form.kinds ?? []}
            onChange={(kinds) => set({ kinds: kinds as NonNullable<ChannelForm['kinds']> })}
          />
          <Group grow align="start">
            <TextInput
              type="time"
              label={say('channels.quiet.from')}
              value={form.quiet_from ?? ''}
              onChange={(event) => set({ quiet_from: event.currentTarget.value || null })}
            />
            <TextInput
              type="time"
              label={say('channels.quiet.to')}
              value={form.quiet_to ?? ''}
              onChange={(event) => set({ quiet_to: event.currentTarget.value || null })}
            />
          </Group>
          <Checkbox
            label={say('channels.urgent')}
            description={say('channels.urgent.what')}
            checked={form.urgent_passes ?? true}
            onChange={(event) => set({ urgent_passes: event.currentTarget.checked })}
          />
          {error && <Fault error={error} />}
          <Group justify="space-between" gap={8}>
            {channel ? (
              <Button color="red" variant="light" onClick={() => setRemoving(true)}>
                {say('act.remove')}
              </Button>
            ) : (
              <span />
            )}
            <Button type="submit" disabled={isRefused} loading={make.isPending || change.isPending}>
              {say('act.save')}
            </Button>
          </Group>
        </Stack>
      </form>
      {channel && isRemoving && (
        <ConfirmDialog
          title={say('channels.remove.title', { name: channel.name })}
          act={say('act.remove')}
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate(channel.id, { onSuccess: onClose })}
          onClose={() => setRemoving(false)}
        >
          {say('channels.remove.what')}
        </ConfirmDialog>
      )}
    </Modal>
  );
}
