import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { RecapRow } from '../../api/recap.ts';
import { count } from '../../words/time.ts';
import { named, say, useLanguage } from '../../words/words.ts';
import { AXIS, Key, Tip } from './chart-parts.tsx';
import css from './recap.module.css';

const ROW_HEIGHT = 34;
const FOOT = 30;
const MOST_ROWS = 12;
const LABEL_CHARS = 20;
const MARGIN = { top: 0, right: 12, bottom: 0, left: 0 };

const short = (label: string): string => (label.length > LABEL_CHARS ? `${label.slice(0, LABEL_CHARS - 1)}…` : label);

/** The fullest rows as bars; the table that follows holds all of them. */
export default function RowChart({ rows }: { rows: RecapRow[] }) {
  useLanguage();
  const shown = rows.slice(0, MOST_ROWS);
  return (
    <figure className={css.figure} aria-hidden>
      <figcaption>
        <Key colour="var(--info-dot)" name={named('recap-name', 'received')} />
        <Key colour="var(--accent)" name={named('recap-name', 'done')} />
        {rows.length > MOST_ROWS && <span className="faint">{say('recap.chart.most', { count: MOST_ROWS })}</span>}
      </figcaption>
      <ResponsiveContainer width="100%" height={shown.length * ROW_HEIGHT + FOOT}>
        <BarChart data={shown} layout="vertical" margin={MARGIN} accessibilityLayer={false} barGap={1}>
          <CartesianGrid horizontal={false} stroke="var(--line)" />
          <XAxis
            type="number"
            tickFormatter={count}
            tick={AXIS}
            tickLine={false}
            axisLine={false}
            allowDecimals={false}
          />
          <YAxis
            type="category"
            dataKey="label"
            tickFormatter={short}
            tick={AXIS}
            tickLine={false}
            axisLine={false}
            width={132}
            interval={0}
          />
          <Tooltip
            cursor={{ fill: 'var(--sunken)' }}
            content={({ payload, label }) => <Tip title={String(label ?? '')} rows={payload} />}
          />
          <Bar
            dataKey="received"
            name={named('recap-name', 'received')}
            fill="var(--info-dot)"
            maxBarSize={12}
            isAnimationActive={false}
          />
          <Bar
            dataKey="done"
            name={named('recap-name', 'done')}
            fill="var(--accent)"
            maxBarSize={12}
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}
