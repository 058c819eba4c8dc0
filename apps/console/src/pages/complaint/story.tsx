import { Switch } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Shown } from '../../api/client.ts';
import { DeliveryState, Mark, type Tone } from '../../parts/status.tsx';
import { useMay } from '../../session/session.ts';
import { day, clock } from '../../words/time.ts';
import { heard, named, say, useLanguage } from '../../words/words.ts';
import css from './story.module.css';

type Event = Shown<'EventEntry'>;
type Delivery = Shown<'DeliveryEntry'>;
type Entry = Event | Delivery;

const EFFECT: Record<string, Tone> = {
  applied: 'ok',
  kept: 'idle',
  accepted: 'info',
  conflict: 'bad',
  echo: 'idle',
  stale: 'idle',
};

const MOST_LANES = 5;

/** One lane per platform: what it said stands in its lane, and what was sent to it as well. */
export function Story({ entries, lanes }: { entries: Entry[]; lanes: Shown<'Lane'>[] }) {
  useLanguage();
  const titleOf = (name: string) => lanes.find(({ instance }) => instance === name)?.title ?? name;
  const [withEchoes, setWithEchoes] = useState(false);
  const echoes = entries.filter(isEcho).length;
  const shown = withEchoes ? entries : entries.filter((entry) => !isEcho(entry));
  const causedBy = ({ caused }: Event) =>
    entries.filter((entry): entry is Delivery => entry.entry === 'delivery' && caused.includes(entry.delivery_id));
  let today = '';
  return (
    <div className={css.story} data-lanes={Math.min(lanes.length, MOST_LANES)}>
      {echoes > 0 && (
        <Switch
          size="xs"
          className={css.echoes}
          label={say('story.echoes', { count: echoes })}
          checked={withEchoes}
          onChange={(event) => setWithEchoes(event.currentTarget.checked)}
        />
      )}
      <div className={css.heads} aria-hidden>
        <span />
        {lanes.map(({ instance, title }) => (
          <span key={instance} className={css.head}>
            {title}
          </span>
        ))}
      </div>
      <ol className={css.entries}>
        {shown.map((entry, index) => {
          const date = day(entry.at);
          const isNewDay = date !== today;
          today = date;
          return (
            <li
              key={index}
              className={css.entry}
              data-lane={lanes.findIndex(({ instance }) => instance === entry.instance) + 1}
            >
              {isNewDay && <div className={css.day}>{date}</div>}
              <time className={`figures ${css.time}`} dateTime={new Date(entry.at).toISOString()}>
                {clock(entry.at)}
              </time>
              <div className={css.cell}>
                {entry.entry === 'event' ? (
                  <Heard event={entry} title={titleOf(entry.instance)} caused={causedBy(entry)} titleOf={titleOf} />
                ) : (
                  <Sent delivery={entry} title={titleOf(entry.instance)} />
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** What we wrote ourselves and heard back: true, and of no news. */
const isEcho = (entry: Entry): boolean => entry.entry === 'event' && entry.effect === 'echo';

interface HeardProps {
  event: Event;
  title: string;
  caused: Delivery[];
  titleOf: (instance: string) => string;
}

function Heard({ event, title, caused, titleOf }: HeardProps) {
  return (
    <article className={css.heard}>
      <header className={css.cardHead}>
        <span className={css.lane}>{title}</span>
        <strong>{event.act ? named('done', event.act) : named('event', event.type)}</strong>
        <Mark tone={EFFECT[event.effect] ?? 'idle'}>{named('effect', event.effect)}</Mark>
        {event.public === false && <Mark tone="warn">{say('story.internal')}</Mark>}
      </header>
      {event.label && (
        <p>
          <span className="faint">{event.act ? `${say('word.status')}:` : say('story.label')}</span>{' '}
          <q className={css.word}>{event.label}</q>
        </p>
      )}
      {event.text && <p className="pre">{event.text}</p>}
      {event.author && <p className="faint">{event.author}</p>}
      {caused.length > 0 && (
        <p className={`faint ${css.trail}`}>
          {say('story.caused')}
          {caused.map((delivery) => (
            <a key={delivery.delivery_id} href={`#${anchorOf(delivery)}`} className="link">
              {titleOf(delivery.instance)}: {named('delivery', delivery.state)}
            </a>
          ))}
        </p>
      )}
    </article>
  );
}

const anchorOf = (delivery: Delivery): string => `kiriman-${delivery.delivery_id}`;

function Sent({ delivery, title }: { delivery: Delivery; title: string }) {
  const { state, attempts, reason, rule } = delivery;
  const may = useMay();
  const mayAudit = may('audit.read');
  const waitsForPerson = state === 'parked' || state === 'uncertain';
  return (
    <article className={css.sent} id={anchorOf(delivery)}>
      <header className={css.cardHead}>
        <IconArrowRight size={14} aria-hidden />
        <span className="only-heard">{say('story.sent')}</span>
        <span className={css.lane}>{title}</span>
        {mayAudit ? (
          <Link href={`/audit?delivery_id=${delivery.delivery_id}`} className={css.kind}>
            {named('event', delivery.kind)}
          </Link>
        ) : (
          <span>{named('event', delivery.kind)}</span>
        )}
        <DeliveryState state={state} />
      </header>
      {reason && state !== 'done' && <p className="wrap">{heard(reason)}</p>}
      <p className={`faint ${css.trail}`}>
        {attempts > 1 && <span>{say('story.attempts', { count: attempts })}</span>}
        {rule && <span>{say('story.rule', { rule })}</span>}
        {waitsForPerson && may('parked.read') && (
          <Link href={`/tertahan?id=d_${delivery.delivery_id}`} className="link">
            {say('story.decide')}
          </Link>
        )}
        {mayAudit && (
          <Link href={`/audit?trace_id=${delivery.trace_id}`} className="link">
            {say('word.trace')}
          </Link>
        )}
      </p>
    </article>
  );
}
