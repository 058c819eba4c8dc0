import { Button, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import { type Alert, ALERT_STATES, type AlertState, useAcknowledge, useAlerts } from '../../api/alerts.ts';
import { useInstances, useTitleOf } from '../../api/instances.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Panel } from '../../parts/page.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { Mark } from '../../parts/status.tsx';
import { Ago, When } from '../../parts/when.tsx';
import { useMay } from '../../session/session.ts';
import { heard, named, say, useLanguage } from '../../words/words.ts';
import css from './alerts.module.css';

export function AlertList() {
  const language = useLanguage();
  const may = useMay();
  const titleOf = useTitleOf();
  const instances = useInstances();
  const acknowledge = useAcknowledge();
  const [state, setState] = useState<AlertState>('open');
  const list = useAlerts(state);
  const onSeen =
    state === 'open' && may('alerts.manage')
      ? (id: string) =>
          acknowledge.mutate(id, {
            onError: (error) => notifications.show({ color: 'red', message: error.message }),
          })
      : null;
  const columns = useMemo(() => columnsIn(state, titleOf, onSeen), [language, state, instances.data]);
  return (
    <Panel
      flush
      title={say('alerts.list')}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={say('alerts.state')}
          value={state}
          onChange={(value) => setState(value)}
          data={(Object.keys(ALERT_STATES) as AlertState[]).map((value) => ({
            value,
            label: say(`alert-state.${value}`),
          }))}
        />
      }
    >
      <Answered of={list}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty good title={say('alerts.none')}>
              {say('alerts.none.what')}
            </Empty>
          ) : (
            <DataTable
              label={say('alerts.list')}
              columns={columns}
              rows={rows}
              idOf={({ id }) => id}
              more={list.more}
            />
          )
        }
      </Answered>
    </Panel>
  );
}

const columnsIn = (
  state: AlertState,
  titleOf: (instance: string) => string,
  onSeen: ((id: string) => void) | null,
): Column<Alert>[] => [
  {
    id: 'kind',
    header: say('alerts.kind'),
    cell: ({ row: { original: alert } }) => (
      <Mark tone={alert.closed_at ? 'idle' : 'warn'}>{named('alert', alert.kind)}</Mark>
    ),
  },
  {
    id: 'message',
    header: say('alerts.message'),
    cell: ({ row: { original: alert } }) => (
      <div className={css.message}>
        <strong>{titleOf(alert.instance)}</strong>
        <div className="wrap">{heard(alert.message)}</div>
      </div>
    ),
  },
  { id: 'opened', header: say('alerts.since'), cell: ({ row }) => <When at={row.original.opened_at} /> },
  ...(state === 'open'
    ? []
    : [
        {
          id: 'after',
          header: say(state === 'ended' ? 'alerts.ended' : 'alerts.seen-by'),
          cell: ({ row: { original: alert } }: { row: { original: Alert } }) => (
            <>
              {alert.closed_at && <Ago at={alert.closed_at} />}
              {alert.acknowledged_by && <div className="faint wrap">{alert.acknowledged_by}</div>}
            </>
          ),
        },
      ]),
  ...(onSeen
    ? [
        {
          id: 'act',
          header: say('word.act'),
          cell: ({ row: { original: alert } }: { row: { original: Alert } }) => (
            <Button variant="default" onClick={() => onSeen(alert.id)}>
              {say('alerts.see')}
            </Button>
          ),
        },
      ]
    : []),
];
