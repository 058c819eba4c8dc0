import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { type Report, reportFile, useReports } from '../../api/recap.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Panel } from '../../parts/page.tsx';
import { saveAs } from '../../parts/save-as.ts';
import { Answered, Empty } from '../../parts/states.tsx';
import { When } from '../../parts/when.tsx';
import { useMay } from '../../session/session.ts';
import { count, monthOfCalendar } from '../../words/time.ts';
import { say, useLanguage } from '../../words/words.ts';

const FORMS = ['pdf', 'xlsx'] as const;

/** What the hub made by itself on the first of each month, as it was then. */
export function Reports() {
  useLanguage();
  const may = useMay();
  return may('reports.read') ? <MonthlyReports /> : null;
}

function MonthlyReports() {
  const reports = useReports();
  return (
    <Panel flush title={say('reports.title')}>
      <Answered of={reports}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={say('reports.none')}>{say('reports.none.what')}</Empty>
          ) : (
            <DataTable label={say('reports.title')} columns={columns()} rows={rows} idOf={({ month }) => month} />
          )
        }
      </Answered>
    </Panel>
  );
}

const columns = (): Column<Report>[] => [
  { id: 'month', header: say('reports.month'), cell: ({ row }) => monthOfCalendar(row.original.month, 'long') },
  { id: 'received', header: say('reports.received'), cell: ({ row }) => count(row.original.received) },
  { id: 'made', header: say('reports.made'), cell: ({ row }) => <When at={row.original.made_at} /> },
  { id: 'files', header: say('reports.files'), cell: ({ row }) => <Files month={row.original.month} /> },
];

function Files({ month }: { month: string }) {
  const getting = useMutation({
    mutationFn: async (form: (typeof FORMS)[number]) =>
      saveAs(await reportFile(month, form), `laporan-bulanan-${month}.${form}`),
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  return (
    <Button.Group>
      {FORMS.map((form) => (
        <Button
          key={form}
          variant="default"
          loading={getting.isPending && getting.variables === form}
          onClick={() => getting.mutate(form)}
          aria-label={say('reports.download', { form: form.toUpperCase(), month: monthOfCalendar(month, 'long') })}
        >
          {form.toUpperCase()}
        </Button>
      ))}
    </Button.Group>
  );
}
