import { count } from '../../words/time.ts';
import css from './recap.module.css';

export const AXIS = { fontSize: 11, fill: 'var(--faint)' };
export const MARGIN = { top: 6, right: 6, bottom: 0, left: -8 };

export const Key = ({ colour, name }: { colour: string; name: string }) => (
  <span className={css.key}>
    <i style={{ background: colour }} />
    {name}
  </span>
);

interface TipProps {
  title: string;
  rows: readonly { name?: string | number; value?: unknown }[] | undefined;
}

export const Tip = ({ title, rows = [] }: TipProps) =>
  title === '' ? null : (
    <div className={css.tip}>
      <strong>{title}</strong>
      {rows.map(({ name, value }) => (
        <div key={String(name)}>
          {name}: {typeof value === 'number' ? count(value) : '–'}
        </div>
      ))}
    </div>
  );
