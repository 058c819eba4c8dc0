import { TILES } from '#config/tiles';
import type { Waiting } from '../../api/triage.ts';
import { say, useLanguage } from '../../words/words.ts';
import css from './triage.module.css';

const KECAMATAN = '33.03.09'.length;

/** The proposed place by name, its kecamatan among the others, and the position where one was sent. */
export function Where({ area, position }: Pick<Waiting, 'area' | 'position'>) {
  useLanguage();
  const here = area?.code.slice(0, KECAMATAN) ?? '';
  return (
    <>
      {[area?.desa, area?.kecamatan].filter(Boolean).join(', ') || say('triage.unknown')}
      {position && (
        <span className={`faint figures ${css.position}`}>
          {say('triage.position', { lat: position.lat.toFixed(5), lon: position.lon.toFixed(5) })}
        </span>
      )}
      {here in TILES && (
        <span className={css.map} role="img" aria-label={say('triage.map', { name: area?.kecamatan ?? '' })}>
          {Object.entries(TILES).map(([code, { name, column, line }]) => (
            <span
              key={code}
              title={name}
              data-here={code === here || undefined}
              style={{ gridColumn: column + 1, gridRow: line + 1 }}
            />
          ))}
        </span>
      )}
    </>
  );
}
