import { Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'wouter';
import { useConnectors, useTemplate } from '../../api/new-instance.ts';
import { Page, Panel } from '../../parts/page.tsx';
import { Fault, Loading } from '../../parts/states.tsx';
import { say, useLanguage } from '../../words/words.ts';
import { Make } from './make.tsx';

const NAME = /^[a-z][a-z0-9-]{1,39}$/;
const TYPING_MS = 400;

/** A connection of any connector, beginning with the profile of one like it. */
export default function NewInstancePage() {
  useLanguage();
  const { data: connectors = [] } = useConnectors();
  const [connector, setConnector] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [settled] = useDebouncedValue(name, TYPING_MS);
  const isNamed = NAME.test(settled);
  const template = useTemplate(connector, isNamed ? settled : undefined);
  return (
    <Page
      title={say('new.title')}
      lead={
        <Link href="/konektor" className="link">
          ← {say('instances.title')}
        </Link>
      }
    >
      <Stack gap={16}>
        <Panel title={say('new.which')}>
          <Stack gap={12} maw={520}>
            <Select
              label={say('instance.connector')}
              description={say('new.connector.what')}
              data={connectors.map((each) => each.connector)}
              value={connector}
              onChange={setConnector}
              allowDeselect={false}
              required
            />
            <TextInput
              label={say('instance.name')}
              description={say('new.name.what')}
              error={name !== '' && !NAME.test(name) && say('new.name.rule')}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              required
            />
          </Stack>
        </Panel>
        {template.error && <Fault error={template.error} />}
        {template.isFetching && <Loading />}
        {connector !== null && template.data && (
          <Make key={`${connector} ${settled}`} connector={connector} name={settled} template={template.data} />
        )}
      </Stack>
    </Page>
  );
}
