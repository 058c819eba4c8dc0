import { Button } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import type { Shown } from '../../api/client.ts';
import { useInstanceActs } from '../../api/instances.ts';
import { Panel } from '../../parts/page.tsx';
import { Fault } from '../../parts/states.tsx';
import { Mark, type Tone } from '../../parts/status.tsx';
import { duration } from '../../words/time.ts';
import { named, namedOr, say, useLanguage } from '../../words/words.ts';
import css from './instance.module.css';

type Step = Shown<'TestStep'>;

const TONE: Record<Step['result'], Tone> = { ok: 'ok', failed: 'bad', skipped: 'idle' };

/** Step by step, so that what fails names what to mend. */
export function ConnectionTest({ name }: { name: string }) {
  useLanguage();
  const { test } = useInstanceActs(name);
  return (
    <Panel
      title={say('test.title')}
      flush={test.data !== undefined}
      aside={
        <Button
          leftSection={<IconPlugConnected size={15} />}
          variant="default"
          loading={test.isPending}
          onClick={() => test.mutate()}
        >
          {say('test.act')}
        </Button>
      }
    >
      {test.error ? (
        <Fault error={test.error} />
      ) : test.data ? (
        <ol className={css.steps} role="status">
          {test.data.steps.map((step) => (
            <li key={step.step}>
              <div className={css.stepHead}>
                <strong>{namedOr('test-step', step.step, step.title)}</strong>
                <Mark tone={TONE[step.result]}>{named('step', step.result)}</Mark>
                <span className="faint figures">{duration(step.ms)}</span>
              </div>
              <p className="wrap">{namedOr('found', step.found, step.message, seenIn(step))}</p>
              {step.cure && step.cure_code && (
                <p className={css.cure}>
                  <span className="faint">{say('test.cure')}</span> {namedOr('cure', step.cure_code, step.cure)}
                </p>
              )}
            </li>
          ))}
        </ol>
      ) : (
        <p className="faint">{say('test.what')}</p>
      )}
    </Panel>
  );
}

/** A step that waits for another names it in the reader's language. */
const seenIn = ({ values, waits_for: step }: Step): Step['values'] =>
  step ? { ...values, step: named('test-step', step) } : values;
