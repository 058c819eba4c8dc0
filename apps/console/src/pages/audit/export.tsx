import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { auditFile, type AuditFilters } from '../../api/audit.ts';
import { saveAs } from '../../parts/save-as.ts';
import { useMay } from '../../session/session.ts';
import { say, useLanguage } from '../../words/words.ts';

const FORMATS = ['csv', 'jsonl', 'cloudevents'] as const;

/** All rows that match the filters, not only those on the screen. */
export function Export({ filters }: { filters: AuditFilters }) {
  useLanguage();
  const may = useMay();
  const exporting = useMutation({
    mutationFn: async (format: (typeof FORMATS)[number]) => saveAs(await auditFile(filters, format), `audit.${format}`),
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  if (!may('audit.export')) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={15} />} loading={exporting.isPending}>
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
