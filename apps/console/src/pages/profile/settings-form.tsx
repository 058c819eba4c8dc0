import { Select, Stack, Switch, TagsInput, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { DraftText } from '../../parts/draft.tsx';
import { Notice } from '../../parts/states.tsx';
import { put, readYaml, valueAt } from '../../parts/yaml-text.ts';
import { heard, say, useLanguage } from '../../words/words.ts';
import css from './settings-form.module.css';
import { type Field, type Schema, sectionsOf, typed } from './settings-schema.ts';

interface SettingsFormProps {
  name: string;
  schema: object;
  draft: DraftText;
  readOnly: boolean;
}

/** The settings of a profile as a form; what is filled in here is written into the same text. */
export default function SettingsForm({ name, schema, draft, readOnly }: SettingsFormProps) {
  useLanguage();
  const tree = useMemo(() => readYaml(draft.text), [draft.text]);
  if (typeof tree !== 'object' || tree === null)
    return (
      <div className={css.form}>
        <Notice tone="bad">{say('form.unreadable')}</Notice>
      </div>
    );
  return (
    <div className={css.form}>
      <p className="faint">{say('form.what')}</p>
      {sectionsOf(schema as Schema, tree).map(({ path, description, fields }) => (
        <section key={path.join('.')}>
          <Title order={3}>{path.join('.') || say('form.general')}</Title>
          {description && <p className="faint">{description}</p>}
          <div className={css.fields}>
            {fields.map((field) => (
              <SettingField
                key={field.path.join('.')}
                name={name}
                field={field}
                value={valueAt(tree, field.path)}
                readOnly={readOnly}
                onChange={(value) => draft.setText(put(draft.text, field.path, value))}
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

interface SettingFieldProps {
  name: string;
  field: Field;
  value: unknown;
  readOnly: boolean;
  onChange: (value: unknown) => void;
}

function SettingField({ name, field, value, readOnly, onChange }: SettingFieldProps) {
  const { path, kind, schema, isRequired } = field;
  const usual = written(schema.default) && say('form.usual', { value: written(schema.default) });
  const about = {
    label: path.at(-1) ?? '',
    description: [heard(schema.description), usual].filter(Boolean).join('. ') || undefined,
    'aria-label': path.join('.'),
  };
  if (kind === 'secret') return <SecretField name={name} label={about.label} value={value} />;
  if (kind === 'switch')
    return (
      <Switch
        {...about}
        checked={Boolean(value ?? schema.default)}
        disabled={readOnly}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  if (kind === 'choice')
    return (
      <Select
        {...about}
        data={(schema.enum ?? []).map(String)}
        value={value === undefined ? null : written(value)}
        readOnly={readOnly}
        allowDeselect={false}
        onChange={(chosen) => chosen !== null && onChange(chosen)}
      />
    );
  if (kind === 'list')
    return (
      <TagsInput
        {...about}
        data={(schema.enum ?? []).map(String)}
        value={Array.isArray(value) ? value.map(String) : []}
        readOnly={readOnly}
        onChange={onChange}
      />
    );
  return (
    <WrittenField
      {...about}
      value={written(value)}
      placeholder={written(schema.examples?.[0] ?? schema.default)}
      required={isRequired}
      readOnly={readOnly}
      onWritten={(text) => onChange(text === '' ? undefined : typed(text, schema))}
    />
  );
}

/** A value as it stands in the text; nothing where there is none. */
const written = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

const TYPING_MS = 400;

interface WrittenFieldProps {
  label: string;
  description: string | undefined;
  'aria-label': string;
  value: string;
  placeholder: string;
  required: boolean;
  readOnly: boolean;
  onWritten: (text: string) => void;
}

/** Writes into the text once typing has paused: a half-written value would take its key away and back. */
function WrittenField({ value, onWritten, ...about }: WrittenFieldProps) {
  const [shown, setShown] = useState({ value, text: value });
  if (shown.value !== value) setShown({ value, text: value });
  const tell = useDebouncedCallback(onWritten, { delay: TYPING_MS, flushOnUnmount: true });
  return (
    <TextInput
      {...about}
      value={shown.text}
      onChange={(event) => {
        setShown({ value, text: event.currentTarget.value });
        tell(event.currentTarget.value);
      }}
      onBlur={() => tell.flush()}
    />
  );
}

/** A secret is named here; its value is set on the connection's page and never read again. */
const SecretField = ({ name, label, value }: { name: string; label: string; value: unknown }) => (
  <Stack gap={2}>
    <span className={css.label}>{label}</span>
    <span>
      <span className="mono">{written(value).startsWith('${') ? written(value) : '•••'}</span>{' '}
      <Link href={`/konektor/${name}`} className="link">
        {say('form.secret')}
      </Link>
    </span>
  </Stack>
);
