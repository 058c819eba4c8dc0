import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type NewUser, type User, useUserActs } from '../../api/users.ts';
import { Fault } from '../../parts/states.tsx';
import { choicesOf } from '../../words/choices.ts';
import { say, useLanguage } from '../../words/words.ts';

interface UserFormProps {
  user: User | null;
  onClose: () => void;
  onAdded: (user: User) => void;
}

/** An office's role asks for the office: it sees that office's complaints alone. */
export function UserForm({ user, onClose, onAdded }: UserFormProps) {
  useLanguage();
  const { add, change } = useUserActs();
  const [form, setForm] = useState<NewUser>({
    email: user?.email ?? '',
    name: user?.name ?? '',
    role: user?.role ?? 'auditor',
    ...(user?.opd ? { opd: user.opd } : {}),
    ...(user?.kecamatan ? { kecamatan: user.kecamatan } : {}),
  });
  const set = (changes: Partial<NewUser>) => setForm({ ...form, ...changes });
  const wantsOffice = form.role === 'admin_opd' || form.role === 'admin_vertikal';
  const wantsKecamatan = form.role === 'admin_kecamatan';
  const { error, isPending } = user ? change : add;
  const submit = () => {
    const { email, name, role, opd, kecamatan } = form;
    const rest = { name, role, ...(wantsOffice && opd ? { opd } : {}), ...(wantsKecamatan ? { kecamatan } : {}) };
    if (user) change.mutate({ id: user.id, ...rest }, { onSuccess: onClose });
    else add.mutate({ email, ...rest }, { onSuccess: onAdded });
  };
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      title={user ? user.name : say('users.add')}
      closeButtonProps={{ 'aria-label': say('act.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap={12}>
          <TextInput
            type="email"
            label={say('sign-in.email')}
            required
            data-autofocus
            disabled={user !== null}
            value={form.email}
            onChange={(event) => set({ email: event.currentTarget.value })}
          />
          <TextInput
            label={say('users.name')}
            required
            value={form.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <Select
            label={say('users.role')}
            required
            allowDeselect={false}
            data={choicesOf('account-role').map(([value, label]) => ({ value, label }))}
            value={form.role}
            onChange={(role) => set({ role: (role ?? form.role) as NewUser['role'] })}
          />
          {wantsOffice && (
            <TextInput
              label={say('word.opd')}
              description={say('users.opd.what')}
              required
              value={form.opd ?? ''}
              onChange={(event) => set({ opd: event.currentTarget.value })}
            />
          )}
          {wantsKecamatan && (
            <TextInput
              label={say('users.kecamatan')}
              placeholder="33.03.09"
              required
              value={form.kecamatan ?? ''}
              onChange={(event) => set({ kecamatan: event.currentTarget.value })}
            />
          )}
          {error && <Fault error={error} />}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {say('act.cancel')}
            </Button>
            <Button type="submit" loading={isPending}>
              {say('profile.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
