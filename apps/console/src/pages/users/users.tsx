import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconUserPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { type User, useUserActs, useUsers } from '../../api/users.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { Mark } from '../../parts/status.tsx';
import { Ago } from '../../parts/when.tsx';
import { named, say, useLanguage } from '../../words/words.ts';
import { AskedOfUser, type AskedAct } from './asked.tsx';
import { Invitation } from './invitation.tsx';
import { UserForm } from './user-form.tsx';

/** Who is being added (`new`) or changed. */
type Edited = User | 'new' | null;

export default function Users() {
  const language = useLanguage();
  const users = useUsers();
  const { change, invite } = useUserActs();
  const [edited, setEdited] = useState<Edited>(null);
  const [asked, setAsked] = useState<{ user: User; act: AskedAct } | null>(null);
  const failed = (error: Error) => notifications.show({ color: 'red', message: error.message });
  const columns = useMemo(
    () =>
      columnsIn({
        onEdit: setEdited,
        onInvite: (user) => invite.mutate(user.id, { onError: failed }),
        onEnable: (user) => change.mutate({ id: user.id, disabled: false }, { onError: failed }),
        onAsk: (user, act) => setAsked({ user, act }),
      }),
    [language],
  );
  return (
    <Page
      title={say('users.title')}
      lead={say('users.lead')}
      actions={
        <Button leftSection={<IconUserPlus size={15} />} onClick={() => setEdited('new')}>
          {say('users.add')}
        </Button>
      }
    >
      <Panel flush>
        <Answered of={users}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={say('users.none')}>{say('users.none.what')}</Empty>
            ) : (
              <DataTable label={say('users.title')} columns={columns} rows={rows} idOf={({ id }) => id} />
            )
          }
        </Answered>
      </Panel>
      {edited && (
        <UserForm
          user={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onAdded={(user) => {
            setEdited(null);
            invite.mutate(user.id, { onError: failed });
          }}
        />
      )}
      {asked && <AskedOfUser {...asked} onClose={() => setAsked(null)} />}
      {invite.data && <Invitation invitation={invite.data} onClose={() => invite.reset()} />}
    </Page>
  );
}

interface Acts {
  onEdit: (user: User) => void;
  onInvite: (user: User) => void;
  onEnable: (user: User) => void;
  /** What is done only after it was asked once more. */
  onAsk: (user: User, act: AskedAct) => void;
}

const columnsIn = ({ onEdit, onInvite, onEnable, onAsk }: Acts): Column<User>[] => [
  {
    id: 'name',
    header: say('users.name'),
    cell: ({ row: { original: user } }) => (
      <>
        <button type="button" className="link" onClick={() => onEdit(user)}>
          {user.name}
        </button>
        <div className="faint wrap">{user.email}</div>
      </>
    ),
  },
  {
    id: 'role',
    header: say('users.role'),
    cell: ({ row: { original: user } }) => (
      <>
        {named('account-role', user.role)}
        <div className="faint">{user.opd ?? user.kecamatan}</div>
      </>
    ),
  },
  {
    id: 'state',
    header: say('word.state'),
    cell: ({ row: { original: user } }) => (
      <>
        {user.disabled ? (
          <Mark tone="bad">{say('users.disabled')}</Mark>
        ) : user.has_password ? (
          <Mark tone="ok">{say('users.active')}</Mark>
        ) : (
          <Mark tone="warn">{say('users.invited')}</Mark>
        )}
        {user.totp && <div className="faint">{say('users.factor')}</div>}
      </>
    ),
  },
  {
    id: 'seen',
    header: say('users.seen'),
    cell: ({ row: { original: user } }) => (user.seen_at ? <Ago at={user.seen_at} /> : say('word.never')),
  },
  {
    id: 'act',
    header: say('word.act'),
    cell: ({ row: { original: user } }) => (
      <Group gap={6}>
        <Button variant="default" onClick={() => onInvite(user)}>
          {say('users.invite')}
        </Button>
        {user.totp && (
          <Button variant="default" onClick={() => onAsk(user, 'release')}>
            {say('users.release')}
          </Button>
        )}
        {user.disabled ? (
          <Button variant="default" onClick={() => onEnable(user)}>
            {say('users.enable')}
          </Button>
        ) : (
          <Button variant="default" onClick={() => onAsk(user, 'disable')}>
            {say('users.disable')}
          </Button>
        )}
      </Group>
    ),
  },
];
