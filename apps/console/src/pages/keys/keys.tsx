import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconKey } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { type ApiKey, useKeyActs, useKeys } from '../../api/keys.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { ShownOnce } from '../../parts/shown-once.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { Ago, When } from '../../parts/when.tsx';
import { say, useLanguage } from '../../words/words.ts';
import { NewKeyDialog } from './new-key.tsx';
import { scopeNamed } from './scopes.ts';

/** Machines' keys: what each may do, and when it was last used. */
export default function Keys() {
  const language = useLanguage();
  const keys = useKeys();
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const [revoked, setRevoked] = useState<ApiKey | null>(null);
  const columns = useMemo(() => columnsIn(setRevoked), [language]);
  return (
    <Page
      title={say('keys.title')}
      lead={say('keys.lead')}
      actions={
        <Button leftSection={<IconKey size={15} />} onClick={() => setMaking(true)}>
          {say('keys.add')}
        </Button>
      }
    >
      <Panel flush>
        <Answered of={keys}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={say('keys.none')}>{say('keys.none.what')}</Empty>
            ) : (
              <DataTable label={say('keys.title')} columns={columns} rows={rows} idOf={({ id }) => id} />
            )
          }
        </Answered>
      </Panel>
      {isMaking && <NewKeyDialog onMade={setMade} onClose={() => setMaking(false)} />}
      {revoked && <Revoke apiKey={revoked} onClose={() => setRevoked(null)} />}
      {made && (
        <ShownOnce title={say('keys.made')} secret={made} onClose={() => setMade(null)}>
          {say('keys.made.what')}
        </ShownOnce>
      )}
    </Page>
  );
}

function Revoke({ apiKey: { id, name }, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { revoke } = useKeyActs();
  const done = () => {
    onClose();
    notifications.show({ color: 'teal', message: say('keys.revoked', { name }) });
  };
  return (
    <ConfirmDialog
      title={say('keys.revoke.title', { name })}
      act={say('keys.revoke')}
      busy={revoke.isPending}
      error={revoke.error}
      onConfirm={() => revoke.mutate(id, { onSuccess: done })}
      onClose={onClose}
    >
      {say('keys.revoke.what')}
    </ConfirmDialog>
  );
}

const columnsIn = (onRevoke: (key: ApiKey) => void): Column<ApiKey>[] => [
  {
    id: 'name',
    header: say('keys.name'),
    cell: ({ row: { original: key } }) => (
      <>
        <strong>{key.name}</strong>
        <div className="faint wrap">{key.created_by}</div>
      </>
    ),
  },
  {
    id: 'scopes',
    header: say('keys.scopes'),
    cell: ({ row: { original: key } }) => (
      <span className="wrap">{key.scopes.map((scope) => scopeNamed(scope)).join(', ')}</span>
    ),
  },
  { id: 'since', header: say('keys.since'), cell: ({ row }) => <When at={row.original.created_at} /> },
  {
    id: 'used',
    header: say('users.seen'),
    cell: ({ row: { original: key } }) => (key.used_at ? <Ago at={key.used_at} /> : say('word.never')),
  },
  {
    id: 'act',
    header: say('word.act'),
    cell: ({ row: { original: key } }) => (
      <Button variant="default" color="red" onClick={() => onRevoke(key)}>
        {say('keys.revoke')}
      </Button>
    ),
  },
];
