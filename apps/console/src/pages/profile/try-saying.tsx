import { Button, Select, Stack } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { type PushKind, useProfileActs } from '../../api/profile.ts';
import { Code } from '../../parts/code.tsx';
import { ComplaintPicker } from '../../parts/complaint-picker.tsx';
import { Panel } from '../../parts/page.tsx';
import { Fault, Notice } from '../../parts/states.tsx';
import { choicesOf } from '../../words/choices.ts';
import { heard, say, useLanguage } from '../../words/words.ts';

/** The exact request that would leave for a complaint, by the text as it stands in the editor. Nothing is sent. */
export function TrySaying({ name, text }: { name: string; text: string }) {
  useLanguage();
  const { preview } = useProfileActs(name);
  const [complaint, setComplaint] = useState('');
  const [kind, setKind] = useState<PushKind>('opened');
  return (
    <Panel title={say('saying.title')}>
      <Stack gap={12}>
        <p className="faint">{say('saying.what')}</p>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            preview.mutate({ text, complaint: complaint.trim(), kind });
          }}
        >
          <Stack gap={12}>
            <ComplaintPicker number={complaint} onChange={setComplaint} />
            <Select
              label={say('saying.kind')}
              allowDeselect={false}
              data={choicesOf('push').map(([value, label]) => ({ value, label }))}
              value={kind}
              onChange={(chosen) => setKind((chosen ?? 'opened') as PushKind)}
            />
            <Button type="submit" leftSection={<IconEye size={15} />} loading={preview.isPending}>
              {say('saying.act')}
            </Button>
          </Stack>
        </form>
        {preview.error && <Fault error={preview.error} />}
        {preview.data &&
          (preview.data.faults.length > 0 ? (
            <Notice tone="bad">{say('trial.faults')}</Notice>
          ) : (
            <Stack gap={8} role="status">
              {preview.data.note && <Notice tone="idle">{heard(preview.data.note)}</Notice>}
              {preview.data.request && <Code label={say('saying.title')} value={preview.data.request.curl} />}
            </Stack>
          ))}
      </Stack>
    </Panel>
  );
}
