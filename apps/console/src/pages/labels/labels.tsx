import { Button, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { useTitleOf } from '../../api/instances.ts';
import { type Labels, useLabels, useMapLabels } from '../../api/labels.ts';
import { Page, Panel } from '../../parts/page.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { Answered } from '../../parts/states.tsx';
import { useMay } from '../../session/session.ts';
import { say, useLanguage } from '../../words/words.ts';
import css from './labels.module.css';
import { choiceOfCategory, choiceOfStatus, type LabelKind, meaningOf, pathOf, sameWord } from './meanings.ts';
import { LabelRows, type Word } from './rows.tsx';
import { Waiting } from './waiting.tsx';
import { OurWords } from './our-words.tsx';

export default function LabelsPage() {
  useLanguage();
  const { name } = useParams<{ name: string }>();
  const titleOf = useTitleOf();
  const labels = useLabels(name);
  return (
    <Page
      title={say('labels.title', { platform: titleOf(name) })}
      lead={
        <Link href={`/konektor/${name}`} className="link">
          ← {titleOf(name)}
        </Link>
      }
    >
      <Answered of={labels}>{(shown) => <Tables name={name} labels={shown} />}</Answered>
    </Page>
  );
}

/** What each kind of word was chosen to mean and is not saved yet. */
type Chosen = Record<string, { kind: LabelKind; label: string; choice: string }>;

function Tables({ name, labels }: { name: string; labels: Labels }) {
  const may = useMay();
  const mayChange = may('profiles.save') && may('profiles.read');
  const map = useMapLabels(name);
  const [chosen, setChosen] = useState<Chosen>({});
  const [isSaving, setSaving] = useState(false);
  const changes = Object.values(chosen);
  const choose = ({ kind, label }: Word, choice: string | null) =>
    setChosen(({ [`${kind}:${label}`]: _before, ...rest }) =>
      choice === null ? rest : { ...rest, [`${kind}:${label}`]: { kind, label, choice } },
    );
  const choiceOf = (word: Word) => chosen[`${word.kind}:${word.label}`]?.choice ?? word.choice;
  const rows = { choiceOf, onChoose: mayChange ? choose : null };
  const known = [...labels.statuses, ...labels.categories].map(({ label }) => label);
  const isKnown = (label: string) => known.some((each) => sameWord(each, label));
  const unmapped = labels.unmapped.filter(({ label }) => !isKnown(label));
  const waiting = labels.unmapped.filter(({ label }) => isKnown(label));
  const save = (why: string) =>
    map.mutate(
      {
        why,
        mappings: changes.flatMap(({ kind, label, choice }) => {
          const path = pathOf(kind, label);
          return path ? [{ path, meaning: meaningOf(choice) }] : [];
        }),
      },
      {
        onSuccess: ({ version }) => {
          setSaving(false);
          setChosen({});
          notifications.show({ color: 'teal', message: say('profile.saved', { version }) });
        },
      },
    );
  return (
    <Stack gap={16}>
      {waiting.length > 0 && <Waiting name={name} waiting={waiting} />}
      {unmapped.length > 0 && (
        <Panel title={say('labels.unmapped')} flush>
          <LabelRows
            caption={say('labels.unmapped')}
            name={name}
            words={unmapped.map(({ kind, label, count, oldest }) => ({ kind, label, count, oldest, choice: null }))}
            {...rows}
          />
        </Panel>
      )}
      <Panel title={say('labels.statuses')} flush>
        <LabelRows
          caption={say('labels.statuses')}
          name={name}
          words={labels.statuses.map((each) => ({ ...each, kind: 'status', choice: choiceOfStatus(each) }))}
          {...rows}
        />
      </Panel>
      {labels.categories.length > 0 && (
        <Panel title={say('labels.categories')} flush>
          <LabelRows
            caption={say('labels.categories')}
            name={name}
            words={labels.categories.map(({ label, category }) => ({
              kind: 'category',
              label,
              choice: choiceOfCategory(category),
            }))}
            {...rows}
          />
        </Panel>
      )}
      <OurWords name={name} labels={labels} />
      {changes.length > 0 && (
        <SaveBar count={changes.length} onSave={() => setSaving(true)} onForget={() => setChosen({})} />
      )}
      {isSaving && (
        <ReasonDialog
          title={say('profile.save.title')}
          act={say('profile.save')}
          busy={map.isPending}
          error={map.error}
          onClose={() => setSaving(false)}
          onReason={save}
        >
          {say('labels.save.what', { words: changes.map(({ label }) => label).join(', ') })}
        </ReasonDialog>
      )}
    </Stack>
  );
}

function SaveBar({ count, onSave, onForget }: { count: number; onSave: () => void; onForget: () => void }) {
  return (
    <div className={css.bar} role="status">
      <span>{say('labels.changed', { count })}</span>
      <Button variant="default" onClick={onForget}>
        {say('act.cancel')}
      </Button>
      <Button leftSection={<IconDeviceFloppy size={15} />} onClick={onSave}>
        {say('profile.save')}
      </Button>
    </div>
  );
}
