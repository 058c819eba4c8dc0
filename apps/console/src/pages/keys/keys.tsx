import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconKey } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { type ApiKey, useKeyActs, useKeys } from '../../api/keys.ts';
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
  const { revoke } = useKeyActs();
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const columns = useMemo(
    () =>
      columnsIn((id) =>
        revoke.mutate(id, { onError: (error) => notifications.show({ color: 'red', message: error.message }) }),
      ),
    [language],
  );
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
      {made && (
        <ShownOnce title={say('keys.made')} secret={made} onClose={() => setMade(null)}>
          {say('keys.made.what')}
        </ShownOnce>
      )}
    </Page>
  );
}

const columnsIn = (onRevoke: (id: string) => void): Column<ApiKey>[] => [
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
      <Button variant="default" color="red" onClick={() => onRevoke(key.id)}>
        {say('keys.revoke')}
      </Button>
    ),
  },
];
