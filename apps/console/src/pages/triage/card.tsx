import { Button } from '@mantine/core';
import { IconCheck, IconPencil } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Waiting } from '../../api/triage.ts';
import { Facts } from '../../parts/page.tsx';
import { Mark } from '../../parts/status.tsx';
import { Ago } from '../../parts/when.tsx';
import { heard, named, say, useLanguage } from '../../words/words.ts';
import css from './triage.module.css';
import { Where } from './where.tsx';

interface CardProps {
  row: Waiting;
  selected: boolean;
  busy: boolean;
  onSelect: () => void;
  onAccept: () => void;
  onCorrect: () => void;
}

/** One text with what it is taken for, and the words that say so. */
export function Card({ row, selected, busy, onSelect, onAccept, onCorrect }: CardProps) {
  useLanguage();
  const ref = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const { complaint, channel, text, highlights, why, category, kewenangan, confidence, reasons } = row;
  return (
    <li ref={ref} className={css.card} aria-current={selected ? 'true' : undefined} onFocus={onSelect}>
      <div className={css.said}>
        <p className={css.head}>
          <Link href={`/aduan/${complaint}`} className="link number">
            {complaint}
          </Link>
          <span className="faint">{named('channel', channel)}</span>
          <span className="faint">
            <Ago at={row.opened_at} />
          </span>
          {why === 'marked' && <Mark tone="warn">{say('triage.marked')}</Mark>}
          {row.anonim && <Mark tone="idle">{say('word.anonim')}</Mark>}
          {row.rahasia && <Mark tone="warn">{say('word.rahasia')}</Mark>}
        </p>
        <p className={`pre ${css.text}`}>
          {piecesOf(text, highlights).map(({ words, isMarked, at }) =>
            isMarked ? <mark key={at}>{words}</mark> : <span key={at}>{words}</span>,
          )}
        </p>
        <p className="faint wrap">{reasons.map(heard).join(' · ')}</p>
      </div>
      <div className={css.proposal}>
        <Facts
          rows={[
            [say('word.category'), category ? named('category', category) : say('triage.unknown')],
            [say('word.kewenangan'), named('kewenangan', kewenangan ?? 'unknown')],
            [say('word.place'), <Where key="place" {...row} />],
            [say('triage.confidence'), say('triage.percent', { percent: Math.round(100 * confidence) })],
          ]}
        />
        <div className={css.acts}>
          <Button
            leftSection={<IconCheck size={15} />}
            loading={busy}
            disabled={category === null}
            // The second click of a double one may fall on the card that has come up here.
            onClick={({ detail }) => detail < 2 && onAccept()}
            aria-label={say('triage.accept.one', { complaint })}
          >
            {say('triage.accept')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPencil size={15} />}
            onClick={onCorrect}
            aria-label={say('triage.correct.one', { complaint })}
          >
            {say('triage.correct')}
          </Button>
        </div>
      </div>
    </li>
  );
}

/** The text in pieces, those that decided marked. */
function piecesOf(text: string, spans: readonly number[][]) {
  const pieces: { words: string; isMarked: boolean; at: number }[] = [];
  let at = 0;
  for (const [from = 0, to = 0] of spans) {
    if (from > at) pieces.push({ words: text.slice(at, from), isMarked: false, at });
    pieces.push({ words: text.slice(from, to), isMarked: true, at: from });
    at = to;
  }
  return [...pieces, { words: text.slice(at), isMarked: false, at }];
}
