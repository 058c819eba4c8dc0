import { Button, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTitleOf } from '../../api/instances.ts';
import { loadExamples, useTriage, useTriageActs, type Waiting } from '../../api/triage.ts';
import type { Shown } from '../../api/client.ts';
import { Page, Panel } from '../../parts/page.tsx';
import { saveAs } from '../../parts/save-as.ts';
import { Answered, Empty, Fault } from '../../parts/states.tsx';
import { say, useLanguage } from '../../words/words.ts';
import { Card } from './card.tsx';
import { CorrectForm } from './correct-form.tsx';
import css from './triage.module.css';

export default function Triage() {
  useLanguage();
  const waiting = useTriage();
  const downloading = useMutation({
    mutationFn: async () => saveAs(await loadExamples(), 'contoh-triase.jsonl'),
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  return (
    <Page
      title={say('triage.title')}
      lead={say('triage.lead')}
      actions={
        <Button
          variant="default"
          leftSection={<IconDownload size={15} />}
          loading={downloading.isPending}
          onClick={() => downloading.mutate()}
        >
          {say('triage.examples')}
        </Button>
      }
    >
      <Answered of={waiting}>
        {({ data, waiting: count }) =>
          data.length === 0 ? (
            <Panel>
              <Empty good title={say('triage.none')}>
                {say('triage.none.what')}
              </Empty>
            </Panel>
          ) : (
            <Decisions rows={data} count={count} />
          )
        }
      </Answered>
    </Page>
  );
}

function Decisions({ rows, count }: { rows: Waiting[]; count: number }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [correcting, setCorrecting] = useState<Waiting | null>(null);
  const { accept, correct } = useTriageActs();
  const titleOf = useTitleOf();
  // What was decided leaves the list; the one that came up in its place is next.
  const found = rows.findIndex(({ id }) => id === chosen);
  const [place, setPlace] = useState(0);
  const at = found >= 0 ? found : Math.min(place, rows.length - 1);
  const selected = rows[at];

  const select = (next: number) => {
    const within = Math.max(0, Math.min(next, rows.length - 1));
    setPlace(within);
    setChosen(rows[within]?.id ?? null);
  };
  const told = ({ complaint, targets }: Shown<'TriageDone'>) => {
    const to = targets.map((each) => titleOf(each)).join(', ');
    const message = to ? say('triage.sent', { complaint, to }) : say('triage.stays', { complaint });
    notifications.show({ color: 'teal', message });
  };
  const take = (row: Waiting) => {
    if (accept.isPending) return;
    if (row.category === null) setCorrecting(row);
    else accept.mutate(row.id, { onSuccess: told });
  };
  // A key that is held down says it once: what comes up next has not been read yet.
  const onSelected = (act: (row: Waiting) => void) => (event: KeyboardEvent) => {
    if (selected && !correcting && !event.repeat) act(selected);
  };
  useHotkeys([
    ['a', onSelected(take)],
    ['c', onSelected(setCorrecting)],
    ['j', () => select(at + 1)],
    ['k', () => select(at - 1)],
    ['ArrowDown', () => select(at + 1)],
    ['ArrowUp', () => select(at - 1)],
    // On a button or a link Enter is that button's.
    ['Enter', (event) => !isOwnKey(event) && onSelected(take)(event), { preventDefault: false }],
  ]);

  return (
    <>
      <Keys count={count} />
      {accept.error && <Fault error={accept.error} />}
      <ul className={css.list}>
        {rows.map((row, index) => (
          <Card
            key={row.id}
            row={row}
            selected={index === at}
            busy={accept.isPending && accept.variables === row.id}
            onSelect={() => select(index)}
            onAccept={() => take(row)}
            onCorrect={() => setCorrecting(row)}
          />
        ))}
      </ul>
      {correcting && (
        <CorrectForm
          row={correcting}
          pending={correct.isPending}
          error={correct.error}
          onClose={() => {
            correct.reset();
            setCorrecting(null);
          }}
          onSend={(body) =>
            correct.mutate(
              { id: correcting.id, ...body },
              {
                onSuccess: (done) => {
                  told(done);
                  setCorrecting(null);
                },
              },
            )
          }
        />
      )}
    </>
  );
}

const isOwnKey = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.closest('button, a, input, select, textarea') !== null;

const Keys = ({ count }: { count: number }) => (
  <p className={css.keys}>
    <strong className="figures">{say('triage.waiting', { count })}</strong>
    <span>
      <Kbd>a</Kbd> <Kbd>Enter</Kbd> {say('triage.key.accept')}
    </span>
    <span>
      <Kbd>c</Kbd> {say('triage.key.correct')}
    </span>
    <span>
      <Kbd>j</Kbd> <Kbd>k</Kbd> {say('triage.key.move')}
    </span>
  </p>
);
