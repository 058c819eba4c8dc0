import { Button, Stack, Title } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useTitleOf } from '../../api/instances.ts';
import { type Simulation, useRoutingActs } from '../../api/routing.ts';
import { Panel } from '../../parts/page.tsx';
import { Fault, Notice } from '../../parts/states.tsx';
import { count } from '../../words/time.ts';
import { say, useLanguage } from '../../words/words.ts';
import css from './routing.module.css';

/** Which complaints of the last thirty days would go elsewhere by the text in the editor. Nothing is sent. */
export function Simulate({ text, isSound }: { text: string; isSound: boolean }) {
  useLanguage();
  const { simulate } = useRoutingActs();
  return (
    <Panel title={say('simulate.title')}>
      <Stack gap={12}>
        <p className="faint">{say('simulate.what')}</p>
        <Button
          leftSection={<IconPlayerPlay size={15} />}
          disabled={!isSound}
          loading={simulate.isPending}
          onClick={() => simulate.mutate(text)}
        >
          {say('simulate.act')}
        </Button>
        {simulate.error && <Fault error={simulate.error} />}
        {simulate.data && <Outcome simulation={simulate.data} />}
      </Stack>
    </Panel>
  );
}

function Outcome({ simulation }: { simulation: Simulation }) {
  const titleOf = useTitleOf();
  const place = (name: string | null) => (name === null ? say('reading.home') : titleOf(name));
  const { complaints, moved, movements, rules, examples } = simulation;
  return (
    <Stack gap={14} role="status">
      <Notice tone={moved === 0 ? 'ok' : 'info'}>{say('simulate.moved', { moved, complaints })}</Notice>
      {movements.length > 0 && (
        <ul className={css.rows}>
          {movements.map(({ from, to, rule, count: many }) => (
            <li key={`${from}${to}${rule}`}>
              <span>
                {place(from)} → <strong>{place(to)}</strong>
                <span className="faint"> · {rule}</span>
              </span>
              <span className="figures">{count(many)}</span>
            </li>
          ))}
        </ul>
      )}
      {rules.length > 0 && (
        <section>
          <Title order={3}>{say('simulate.rules')}</Title>
          <ul className={css.rows}>
            {rules.map(({ rule, count: many }) => (
              <li key={rule}>
                <span className="wrap">{rule}</span>
                <span className="figures">{count(many)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {examples.length > 0 && (
        <section>
          <Title order={3}>{say('simulate.examples')}</Title>
          <ul className={css.rows}>
            {examples.map(({ number, title, excerpt, before, after }) => (
              <li key={number}>
                <span>
                  <Link href={`/aduan/${number}`} className="link inline number">
                    {number}
                  </Link>{' '}
                  {title ?? excerpt}
                  <span className={css.path}>
                    {place(before.to)} → {place(after.to)} · {after.rule}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Stack>
  );
}
