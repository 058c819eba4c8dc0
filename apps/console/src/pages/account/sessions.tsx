import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { type OpenSession, useAccountActs, useSessions } from '../../api/account.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Panel } from '../../parts/page.tsx';
import { Answered } from '../../parts/states.tsx';
import { Mark } from '../../parts/status.tsx';
import { Ago, When } from '../../parts/when.tsx';
import { say, useLanguage } from '../../words/words.ts';

/** Where this person is logged in; what looks strange is ended here. */
export function Sessions() {
  const language = useLanguage();
  const sessions = useSessions();
  const { end, endOthers } = useAccountActs();
  const onError = (error: Error) => notifications.show({ color: 'red', message: error.message });
  const columns = useMemo(() => columnsIn((id) => end.mutate(id, { onError })), [language]);
  return (
    <Panel
      flush
      title={say('sessions.title')}
      aside={
        (sessions.data?.length ?? 0) > 1 && (
          <Button
            variant="default"
            loading={endOthers.isPending}
            onClick={() => endOthers.mutate(undefined, { onError })}
          >
            {say('sessions.end-others')}
          </Button>
        )
      }
    >
      <Answered of={sessions}>
        {(rows) => <DataTable label={say('sessions.title')} columns={columns} rows={rows} idOf={({ id }) => id} />}
      </Answered>
    </Panel>
  );
}

const columnsIn = (onEnd: (id: string) => void): Column<OpenSession>[] => [
  {
    id: 'agent',
    header: say('sessions.browser'),
    cell: ({ row: { original: session } }) => (
      <div>
        <span className="wrap">{session.agent ?? '–'}</span>
        <div className="faint mono">{session.address}</div>
      </div>
    ),
  },
  { id: 'since', header: say('sessions.since'), cell: ({ row }) => <When at={row.original.created_at} /> },
  { id: 'seen', header: say('users.seen'), cell: ({ row }) => <Ago at={row.original.seen_at} /> },
  {
    id: 'act',
    header: say('word.act'),
    cell: ({ row: { original: session } }) =>
      session.current ? (
        <Mark tone="ok">{say('sessions.this')}</Mark>
      ) : (
        <Button variant="default" onClick={() => onEnd(session.id)}>
          {say('sessions.end')}
        </Button>
      ),
  },
];
