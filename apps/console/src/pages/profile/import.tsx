import { Button, FileButton, Group, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileImport, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useProfileActs } from '../../api/profile.ts';
import type { DraftText } from '../../parts/draft.tsx';
import { Panel } from '../../parts/page.tsx';
import { Fault, Notice } from '../../parts/states.tsx';
import { say, useLanguage } from '../../words/words.ts';
import { ProposalRows } from './proposal-rows.tsx';
import { type Proposal, taken } from './proposals.ts';

const SURE = 0.8;

/** What the platform's own document says otherwise. A person takes or leaves each; what is taken is only a draft. */
export default function Import({ name, draft }: { name: string; draft: DraftText }) {
  useLanguage();
  const { propose } = useProfileActs(name);
  const [pasted, setPasted] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [meanings, setMeanings] = useState<Record<string, string>>({});
  const read = (text: string) => {
    setChosen(new Set());
    propose.mutate({ document: text, text: draft.text });
  };
  const upload = async (file: File | null) => {
    const text = (await file?.text()) ?? '';
    setPasted(text);
    if (text) read(text);
  };
  const proposals = propose.data?.data ?? [];
  const choose = (picked: Proposal[]) => setChosen(new Set(picked.map(({ key }) => key)));
  const insert = () => {
    const wanted = proposals.filter(({ key }) => chosen.has(key));
    const text = wanted.reduce((now, each) => taken(now, each, meanings[each.key] ?? null), draft.text);
    draft.setText(text);
    setChosen(new Set());
    propose.mutate({ document: pasted, text });
    notifications.show({ color: 'teal', message: say('import.inserted', { count: wanted.length }) });
  };
  return (
    <Panel title={say('import.title')}>
      <Stack gap={12}>
        <p className="faint">{say('import.what')}</p>
        <Group gap={8}>
          <FileButton onChange={(file) => void upload(file)} accept=".json,.yaml,.yml">
            {(props) => (
              <Button {...props} variant="default" leftSection={<IconUpload size={15} />}>
                {say('import.upload')}
              </Button>
            )}
          </FileButton>
        </Group>
        <Textarea
          label={say('import.paste')}
          autosize
          minRows={3}
          maxRows={8}
          classNames={{ input: 'mono' }}
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
        />
        <Button loading={propose.isPending} disabled={pasted.trim() === ''} onClick={() => read(pasted)}>
          {say('import.read')}
        </Button>
        {propose.error && <Fault error={propose.error} />}
        {propose.data && (
          <Notice tone={proposals.length > 0 ? 'info' : 'ok'}>
            {say('import.found', { operations: propose.data.operations, count: proposals.length })}
          </Notice>
        )}
        {proposals.length > 0 && (
          <>
            <Group gap={8}>
              <Button variant="default" onClick={() => choose(proposals.filter(isSure))}>
                {say('import.sure')}
              </Button>
              <Button leftSection={<IconFileImport size={15} />} disabled={chosen.size === 0} onClick={insert}>
                {say('import.insert', { count: chosen.size })}
              </Button>
            </Group>
            <ProposalRows
              proposals={proposals}
              chosen={chosen}
              meanings={meanings}
              onChoose={(key, isChosen) =>
                setChosen((old) => new Set(isChosen ? [...old, key] : [...old].filter((each) => each !== key)))
              }
              onMean={(key, meaning) => {
                setMeanings((old) => ({ ...old, [key]: meaning }));
                setChosen((old) => new Set([...old, key]));
              }}
            />
          </>
        )}
      </Stack>
    </Panel>
  );
}

/** What a new label means is never sure. */
const isSure = ({ kind, confidence }: Proposal): boolean => kind !== 'label' && confidence >= SURE;
