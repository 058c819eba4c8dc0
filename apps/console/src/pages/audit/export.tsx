import { Button, Menu, Progress } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { IconDownload, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { auditFile, type AuditFilters, type AuditFormat } from '../../api/audit.ts';
import { saveAs } from '../../parts/save-as.ts';
import { useMay } from '../../session/session.ts';
import { say, useLanguage } from '../../words/words.ts';
import css from './audit.module.css';

const FORMATS: AuditFormat[] = ['csv', 'jsonl', 'cloudevents'];

/** All rows that match the filters, not only those on the screen; says how far it is, and stops when told to. */
export function Export({ filters }: { filters: AuditFilters }) {
  useLanguage();
  const may = useMay();
  const [rows, setRows] = useState(0);
  const leaving = useRef<AbortController | null>(null);
  const exporting = useMutation({
    mutationFn: async (format: AuditFormat) => {
      setRows(0);
      leaving.current = new AbortController();
      const file = await auditFile(filters, format, { onRows: setRows, signal: leaving.current.signal });
      saveAs(file, `audit.${format}`);
    },
    onSuccess: () => notifications.show({ color: 'teal', message: say('audit.export.done') }),
    onError: (error) => {
      const isCancelled = leaving.current?.signal.aborted;
      notifications.show(
        isCancelled ? { message: say('audit.export.cancelled') } : { color: 'red', message: error.message },
      );
    },
  });
  if (!may('audit.export')) return null;
  if (exporting.isPending) {
    return (
      <div className={css.exporting} role="status">
        <span className="figures">{say('audit.export.rows', { count: rows })}</span>
        <Progress value={100} animated size="xs" aria-label={say('audit.export')} />
        <Button variant="default" leftSection={<IconX size={15} />} onClick={() => leaving.current?.abort()}>
          {say('act.cancel')}
        </Button>
      </div>
    );
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={15} />}>
          {say('audit.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => exporting.mutate(format)}>
            {say(`audit.export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
