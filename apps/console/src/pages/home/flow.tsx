import { useReducedMotion } from '@mantine/hooks';
import { Link } from 'wouter';
import { type Instance, useInstances } from '../../api/instances.ts';
import { type Movement, type Moving, movementOf } from '../../api/movement.ts';
import { useRecent } from '../../api/recent.ts';
import { Panel } from '../../parts/page.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { count, duration } from '../../words/time.ts';
import { say, useLanguage } from '../../words/words.ts';
import { Health, healthOf } from '../instances/health.tsx';
import css from './flow.module.css';

const MOST_DOTS = 5;
const FASTEST_S = 1.2;
const SLOWEST_S = 4;

/** The platforms around the hub, and what moves between them in this minute. */
export function Flow() {
  useLanguage();
  const instances = useInstances();
  const { data: rows = [], dataUpdatedAt } = useRecent();
  return (
    <Panel title={say('flow.title')} aside={<span className="faint">{say('flow.window')}</span>} flush>
      <Answered of={instances}>
        {(all) => {
          if (all.length === 0) return <Empty title={say('instances.none')} />;
          const split = Math.floor(all.length / 2);
          const nodes = (some: Instance[], side: 'left' | 'right') =>
            some.map((instance) => (
              <Node
                key={instance.name}
                side={side}
                instance={instance}
                movement={movementOf(rows, instance.name, dataUpdatedAt)}
              />
            ));
          return (
            <div className={css.flow}>
              <ul className={css.side}>{nodes(all.slice(0, split), 'left')}</ul>
              <Hub instances={all} />
              <ul className={css.side}>{nodes(all.slice(split), 'right')}</ul>
            </div>
          );
        }}
      </Answered>
    </Panel>
  );
}

function Hub({ instances }: { instances: Instance[] }) {
  const sum = (of: (counts: Instance['counts']) => number) =>
    instances.reduce((total, { counts }) => total + of(counts), 0);
  const parked = sum((counts) => counts.parked + counts.uncertain + counts.messages_parked);
  return (
    <div className={css.hub}>
      <img src="/icon.svg" width={36} height={36} alt="" />
      <strong>Simpul Aduan</strong>
      <dl>
        <div>
          <dt>{say('flow.inbox')}</dt>
          <dd className="figures">{count(sum((counts) => counts.messages_waiting))}</dd>
        </div>
        <div>
          <dt>{say('flow.outbox')}</dt>
          <dd className="figures">{count(sum((counts) => counts.waiting + counts.sending))}</dd>
        </div>
        <div data-pressing={parked > 0 ? '' : undefined}>
          <dt>{say('flow.parked')}</dt>
          <dd className="figures">{count(parked)}</dd>
        </div>
      </dl>
    </div>
  );
}

interface NodeProps {
  instance: Instance;
  movement: Movement;
  side: 'left' | 'right';
}

function Node({ instance, movement, side }: NodeProps) {
  const { tone } = healthOf(instance);
  const { counts } = instance;
  return (
    <li className={css.node} data-side={side} data-tone={tone}>
      <article className={css.card}>
        <Link href={`/konektor/${instance.name}`} className={css.title}>
          {instance.title}
        </Link>
        <Health instance={instance} />
        <p className={`faint figures ${css.small}`}>
          {say('flow.queued', { count: counts.waiting + counts.sending })}
          {movement.lag !== null && ` · ${say('flow.lag', { time: duration(movement.lag) })}`}
        </p>
      </article>
      <div className={css.pipes}>
        <Pipe moving={movement.heard} towards="hub" />
        <Pipe moving={movement.sent} towards="platform" />
      </div>
    </li>
  );
}

/** The dots only show what the text says: whole complaints are the large ones. */
function Pipe({ moving: { all, complaints }, towards }: { moving: Moving; towards: 'hub' | 'platform' }) {
  const dots = all === 0 ? 0 : Math.min(MOST_DOTS, 1 + Math.floor(Math.log2(all)));
  const large = Math.min(dots, Math.ceil((dots * complaints) / Math.max(1, all)));
  const still = useReducedMotion();
  const seconds = Math.max(FASTEST_S, SLOWEST_S - Math.log2(all + 1) / 2);
  return (
    <div className={css.pipe} data-towards={towards}>
      <span className={css.rate}>
        {say(towards === 'hub' ? 'flow.heard' : 'flow.sent', { count: all })}
        {complaints > 0 && <span className={css.part}> · {say('flow.complaints', { count: complaints })}</span>}
      </span>
      <span className={css.line} aria-hidden>
        {Array.from({ length: dots }, (_none, index) => (
          <i
            key={index}
            data-large={index < large ? '' : undefined}
            style={{
              animationDuration: `${seconds}s`,
              animationDelay: `${(-seconds * index) / dots}s`,
              // Where it stands for who asked for less motion.
              marginInlineStart: still ? `${(100 * (index + 1)) / (dots + 1)}%` : undefined,
            }}
          />
        ))}
      </span>
    </div>
  );
}
