import { UnstyledButton } from '@mantine/core';
import { TILES } from '#config/tiles';
import type { RecapRow } from '../../api/recap.ts';
import { Panel } from '../../parts/page.tsx';
import { count, share } from '../../words/time.ts';
import { say, useLanguage } from '../../words/words.ts';
import { Defined } from './defined.tsx';
import type { OnOpen } from './figure.tsx';
import css from './recap.module.css';

const STEPS = 5;
/** The end of a syllable, where another begins: Ka-rang-mon-col, Ker-ta-ne-ga-ra. */
const SYLLABLE = /([aeiou](?:ng|[mnrt])?)(?=[^aeiou][aeiou])/gi;

/** May be parted where a tile is narrower than the name. */
const breakable = (name: string): string => name.replace(SYLLABLE, '$1\u00AD');

interface TileMapProps {
  rows: RecapRow[];
  onOpen: OnOpen;
}

/** Each kecamatan as a tile about where it lies, the darker the more was received from it. */
export function TileMap({ rows, onOpen }: TileMapProps) {
  useLanguage();
  const known = new Map(rows.map((row) => [row.key, row]));
  const most = Math.max(1, ...Object.keys(TILES).map((code) => known.get(code)?.received ?? 0));
  const unplaced = rows.filter(({ key }) => !(key in TILES)).reduce((sum, { received }) => sum + received, 0);
  return (
    <Panel
      title={
        <>
          {say('recap.map')}
          <Defined by="kecamatan" />
        </>
      }
    >
      <ul className={css.map}>
        {Object.entries(TILES).map(([code, { name, column, line }]) => {
          const row = known.get(code);
          const received = row?.received ?? 0;
          const step = received === 0 ? 0 : Math.min(STEPS, Math.ceil((received / most) * STEPS));
          return (
            <li key={code} style={{ gridColumn: column + 1, gridRow: line + 1 }}>
              <UnstyledButton
                className={css.tile}
                data-step={step}
                disabled={received === 0}
                onClick={() => onOpen({ dimension: 'kecamatan', key: code, figure: 'received' })}
              >
                <span className={css.place}>{breakable(name)}</span>
                <strong className="figures">{count(received)}</strong>
                <span className={css.of}>{say('recap.map.done', { share: share(row?.share_done ?? null) })}</span>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
      <p className={`faint ${css.note}`}>
        {say('recap.map.what')} {unplaced > 0 && say('recap.map.unplaced', { count: unplaced })}
      </p>
    </Panel>
  );
}
