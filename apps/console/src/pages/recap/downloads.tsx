import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { type Period, recapFile, type TableName, TABLES } from '../../api/recap.ts';
import { saveAs } from '../../parts/save-as.ts';
import { named, say, useLanguage } from '../../words/words.ts';

/** What is on the page as files: a paper for the meeting, a workbook, or one table. */
export function Downloads({ period }: { period: Period }) {
  useLanguage();
  const downloading = useMutation({
    mutationFn: async (form: 'pdf' | 'xlsx' | TableName) => {
      const isTable = form !== 'pdf' && form !== 'xlsx';
      const name = `rekap-aduan-${period.from}-sd-${period.to}${isTable ? `-${form}.csv` : `.${form}`}`;
      saveAs(await recapFile(period, form), name);
    },
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  return (
    <>
      <Button variant="default" leftSection={<IconPrinter size={15} />} onClick={() => window.print()}>
        {say('recap.print')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button leftSection={<IconDownload size={15} />} loading={downloading.isPending}>
            {say('recap.download')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => downloading.mutate('pdf')}>{say('recap.download.pdf')}</Menu.Item>
          <Menu.Item onClick={() => downloading.mutate('xlsx')}>{say('recap.download.xlsx')}</Menu.Item>
          <Menu.Label>{say('recap.download.csv')}</Menu.Label>
          {TABLES.map((table) => (
            <Menu.Item key={table} onClick={() => downloading.mutate(table)}>
              {named('recap-table', table)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
