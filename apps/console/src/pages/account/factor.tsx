import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { renderSVG } from 'uqr';
import { useAccountActs, useFactor } from '../../api/account.ts';
import { Code } from '../../parts/code.tsx';
import { Panel } from '../../parts/page.tsx';
import { Answered, Fault } from '../../parts/states.tsx';
import { Mark } from '../../parts/status.tsx';
import { say, useLanguage } from '../../words/words.ts';
import css from './account.module.css';

/** A second factor: proposed, shown once, and in force when its first code was right. */
export function Factor() {
  useLanguage();
  const factor = useFactor();
  const { propose, confirm, remove } = useAccountActs();
  const [code, setCode] = useState('');
  return (
    <Panel
      title={say('factor.title')}
      aside={
        factor.data && (
          <Mark tone={factor.data.totp ? 'ok' : 'warn'}>{say(factor.data.totp ? 'factor.on' : 'factor.off')}</Mark>
        )
      }
    >
      <Answered of={factor}>
        {({ totp }) => (
          <Stack gap={12} align="start">
            <p className={css.lead}>{say(totp ? 'factor.on.what' : 'factor.off.what')}</p>
            {totp && (
              <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
                {say('factor.remove')}
              </Button>
            )}
            {!totp && !propose.data && (
              <Button loading={propose.isPending} onClick={() => propose.mutate()}>
                {say('factor.set-up')}
              </Button>
            )}
            {!totp && propose.data && (
              <form
                onSubmit={(event) => {
                  event.preventDefault();
                  confirm.mutate(code.trim(), { onSuccess: () => propose.reset() });
                }}
              >
                <Stack gap={12}>
                  <p className={css.lead}>{say('factor.scan')}</p>
                  <img className={css.code} src={pictureOf(propose.data.uri)} alt={say('factor.picture')} />
                  <Code label={say('factor.secret')} value={propose.data.secret} />
                  <Group align="end" gap={8}>
                    <TextInput
                      label={say('sign-in.code')}
                      required
                      inputMode="numeric"
                      autoComplete="one-time-code"
                      value={code}
                      onChange={(event) => setCode(event.currentTarget.value)}
                    />
                    <Button type="submit" loading={confirm.isPending}>
                      {say('factor.confirm')}
                    </Button>
                  </Group>
                </Stack>
              </form>
            )}
            {(propose.error ?? confirm.error ?? remove.error) && (
              <Fault error={propose.error ?? confirm.error ?? remove.error} />
            )}
          </Stack>
        )}
      </Answered>
    </Panel>
  );
}

/** Drawn here: who saw the picture could log in. */
const pictureOf = (uri: string): string =>
  `data:image/svg+xml,${encodeURIComponent(renderSVG(uri, { border: 2, whiteColor: '#fff', blackColor: '#000' }))}`;
