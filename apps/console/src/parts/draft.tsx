import { Button, SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconDeviceFloppy } from '@tabler/icons-react';
import { keepPreviousData, type UseMutationResult, useQuery } from '@tanstack/react-query';
import type { CompletionSource } from '@codemirror/autocomplete';
import { lazy, Suspense, useState } from 'react';
import type { Shown } from '../api/client.ts';
import { named, say, useLanguage } from '../words/words.ts';
import css from './draft.module.css';
import { Faults } from './faults.tsx';
import { Panel } from './page.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { Loading, Notice } from './states.tsx';
import { Mark } from './status.tsx';
import { useDraft } from './use-draft.ts';

const Editor = lazy(() => import('./editor.tsx'));

const TYPING_MS = 500;
const NO_FAULTS: Shown<'TextFault'>[] = [];

/** The text as it stands in the editor. */
export interface DraftText {
  text: string;
  setText: (text: string) => void;
  isSound: boolean;
}

/** Something beside the text, or in its place, that reads the draft or writes into it. */
export interface Tool {
  name: string;
  title: string;
  show: (draft: DraftText) => React.ReactNode;
}

interface DraftProps {
  /** What the text is of, for all time: under this name it is kept while it is not saved. */
  name: string;
  live: Shown<'VersionText'> & { file: Shown<'FileState'> | null };
  label: string;
  mayChange: boolean;
  /** Where the person may not try a text, nothing is asked. */
  check: ((text: string) => Promise<Shown<'Checked'>>) | null;
  save: UseMutationResult<Shown<'Version'>, Error, { text: string; why: string; based_on: number }>;
  complete?: CompletionSource | undefined;
  /** The same text drawn otherwise. */
  form?: Tool;
  asides: Tool[];
  asidesLabel: string;
}

/** A text of the configuration that is changed, checked and tried here, and lives only once it is saved. */
export function Draft({ name, live, label, mayChange, check, save, complete, form, asides, asidesLabel }: DraftProps) {
  useLanguage();
  const { text, begun, setText, isChanged, isOvertaken, adopt } = useDraft(name, live);
  const [settled] = useDebouncedValue(text, TYPING_MS);
  const [aside, setAside] = useState(asides[0]?.name ?? '');
  const [view, setView] = useState('text');
  const [isSaving, setSaving] = useState(false);
  const checked = useQuery({
    queryKey: ['check', label, settled],
    queryFn: () => check?.(settled),
    enabled: check !== null && settled !== '',
    staleTime: Infinity,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  const faults = checked.data?.faults ?? NO_FAULTS;
  const draft = { text, setText, isSound: faults.length === 0 };
  return (
    <div className={css.halves}>
      <Panel
        title={
          <span className={css.version}>
            {say('profile.version', { version: live.version })}
            <Mark tone="idle">{named('source', live.source)}</Mark>
          </span>
        }
        aside={
          <span className={css.acts}>
            {form && (
              <SegmentedControl
                size="xs"
                aria-label={say('draft.view')}
                value={view}
                onChange={setView}
                data={[
                  { value: 'text', label: say('draft.text') },
                  { value: form.name, label: form.title },
                ]}
              />
            )}
            {isChanged && (
              <Button variant="default" leftSection={<IconArrowBackUp size={15} />} onClick={adopt}>
                {say('draft.discard')}
              </Button>
            )}
            {mayChange && (
              <Button
                leftSection={<IconDeviceFloppy size={15} />}
                disabled={!isChanged || faults.length > 0}
                onClick={() => setSaving(true)}
              >
                {say('profile.save')}
              </Button>
            )}
          </span>
        }
        flush
      >
        {live.file?.changed && (
          <div className={css.file}>
            <Notice tone="warn">{say('profile.file.changed', { file: live.file.path })}</Notice>
          </div>
        )}
        {isOvertaken && (
          <div className={css.file}>
            <Notice tone="warn">
              {say('draft.overtaken', { version: live.version, begun: begun.version })}{' '}
              <button type="button" className="link inline" onClick={adopt}>
                {say('draft.adopt', { version: live.version })}
              </button>
            </Notice>
          </div>
        )}
        {check && <Faults faults={faults} isChecked={checked.data !== undefined} isChanged={isChanged} />}
        {form && view === form.name ? (
          form.show(draft)
        ) : (
          <Suspense fallback={<Loading rows={14} />}>
            <Editor
              label={label}
              language="yaml"
              tall
              value={text}
              onChange={setText}
              faults={faults}
              readOnly={!mayChange}
              {...(complete ? { complete } : {})}
            />
          </Suspense>
        )}
      </Panel>
      <div className={css.aside}>
        {asides.length > 1 && (
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={asidesLabel}
            value={aside}
            onChange={setAside}
            data={asides.map((each) => ({ value: each.name, label: each.title }))}
          />
        )}
        {/* All of them stay: what was tried is not lost by looking at another. */}
        {asides.map((each) => (
          <div key={each.name} hidden={each.name !== aside}>
            {each.show(draft)}
          </div>
        ))}
      </div>
      {isSaving && (
        <ReasonDialog
          title={say('profile.save.title')}
          act={say('profile.save')}
          busy={save.isPending}
          error={save.error}
          onClose={() => setSaving(false)}
          onReason={(why) =>
            save.mutate(
              { text, why, based_on: begun.version },
              {
                onSuccess: ({ version }) => {
                  setSaving(false);
                  notifications.show({ color: 'teal', message: say('profile.saved', { version }) });
                },
              },
            )
          }
        >
          {say('profile.save.what')}
        </ReasonDialog>
      )}
    </div>
  );
}
