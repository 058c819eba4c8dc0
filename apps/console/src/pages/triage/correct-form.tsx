import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type Correction, usePlaces, type Waiting } from '../../api/triage.ts';
import { Fault } from '../../parts/states.tsx';
import { choicesOf } from '../../words/choices.ts';
import { say, useLanguage } from '../../words/words.ts';
import css from './triage.module.css';

interface CorrectFormProps {
  row: Waiting;
  pending: boolean;
  error: unknown;
  onClose: () => void;
  onSend: (body: Correction) => void;
}

const choice = (group: string) => choicesOf(group).map(([value, label]) => ({ value, label }));

/** What a person makes of the text, begun with what was proposed. */
export function CorrectForm({ row, pending, error, onClose, onSend }: CorrectFormProps) {
  useLanguage();
  const [category, setCategory] = useState<string | null>(row.category);
  const [kewenangan, setKewenangan] = useState<string>(row.kewenangan ?? 'unknown');
  const [area, setArea] = useState<string | null>(row.area?.code ?? null);
  const { data: places } = usePlaces();
  const areas = useMemo(
    () =>
      (places ?? []).map(({ code, kecamatan, desa }) => ({
        value: code,
        label: desa ? `${desa}, ${kecamatan}` : say('triage.kecamatan', { name: kecamatan }),
      })),
    [places],
  );
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      title={`${say('triage.correct')} · ${row.complaint}`}
      closeButtonProps={{ 'aria-label': say('act.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!category) return;
          const body = { category, kewenangan, ...(area ? { area } : {}) };
          onSend(body as Correction);
        }}
      >
        <Stack gap={12}>
          <p className={`pre ${css.quoted}`}>{row.text}</p>
          <Select
            data-autofocus
            label={say('word.category')}
            required
            searchable
            data={choice('category')}
            value={category}
            onChange={setCategory}
            nothingFoundMessage={say('filter.nothing')}
          />
          <Select
            label={say('word.kewenangan')}
            required
            allowDeselect={false}
            data={choice('kewenangan')}
            value={kewenangan}
            onChange={(value) => setKewenangan(value ?? kewenangan)}
          />
          <Select
            label={say('word.place')}
            description={say('triage.place.what')}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': `${say('filter.clear')}: ${say('word.place')}` }}
            limit={40}
            data={areas}
            value={area}
            onChange={setArea}
            nothingFoundMessage={say('filter.nothing')}
          />
          {error ? <Fault error={error} /> : null}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {say('act.cancel')}
            </Button>
            <Button type="submit" loading={pending} disabled={!category}>
              {say('triage.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
