import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { renderSVG } from 'uqr';
import { useAccountActs, useFactor } from '../../api/account.ts';
import { Code } from '../../parts/code.tsx';
import { Panel } from '../../parts/page.tsx';
import { ShownOnce } from '../../parts/shown-once.tsx';
import { Answered, Fault } from '../../parts/states.tsx';
import { Mark } from '../../parts/status.tsx';
import { say, useLanguage } from '../../words/words.ts';
import css from './account.module.css';
import { Installed } from './installed.tsx';

/** A second factor: proposed, shown once, and in force when its first code was right. */
export function Factor() {
  useLanguage();
  const factor = useFactor();
  const { propose, confirm } = useAccountActs();
  const [code, setCode] = useState('');
  const [codes, setCodes] = useState<string[]>();
  const failed = propose.error ?? confirm.error;
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
        {({ totp, recovery_left: left }) => (
          <Stack gap={12} align="start">
            <p className={css.lead}>{say(totp ? 'factor.on.what' : 'factor.off.what')}</p>
            {totp && <Installed left={left} onCodes={setCodes} />}
            {!totp && !propose.data && (
              <Button loading={propose.isPending} onClick={() => propose.mutate()}>
                {say('factor.set-up')}
              </Button>
            )}
            {!totp && propose.data && (
              <form
                onSubmit={(event) => {
                  event.preventDefault();
                  confirm.mutate(code.trim(), {
                    onSuccess: (made) => {
                      setCodes(made.recovery_codes);
                      setCode('');
                      propose.reset();
                    },
                  });
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
            {failed && <Fault error={failed} />}
            {codes && (
              <ShownOnce title={say('recovery.title')} secret={codes.join('\n')} onClose={() => setCodes(undefined)}>
                {say('recovery.what')}
              </ShownOnce>
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
