import {
  Area,
  AreaChart,
  Bar,
  BarChart,
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { Moment } from '../../api/overview.ts';
import { count, duration, hourAndMinute, moment, shortMoment } from '../../words/time.ts';
import { named, say, useLanguage } from '../../words/words.ts';
import css from './home.module.css';

const HEIGHT = 190;
const A_DAY = 24;
const MARGIN = { top: 6, right: 6, bottom: 0, left: -14 };
const AXIS = { fontSize: 11, fill: 'var(--faint)' };
const STROKE = { strokeWidth: 1.6, isAnimationActive: false } as const;

/** One line, area or part of a bar: what the series calls it, what people call it, and its colour. */
interface Part {
  key: string;
  name: string;
  colour: string;
}

interface ChartsProps {
  series: Moment[];
  hours: number;
}

export default function Charts({ series, hours }: ChartsProps) {
  useLanguage();
  const at = (value: string) => (hours > A_DAY ? shortMoment(value) : hourAndMinute(value));
  const axes = (unit: (value: number) => string) => [
    <CartesianGrid key="grid" vertical={false} stroke="var(--line)" />,
    <XAxis key="x" dataKey="at" tickFormatter={at} tick={AXIS} tickLine={false} axisLine={false} minTickGap={48} />,
    <YAxis
      key="y"
      tickFormatter={unit}
      tick={AXIS}
      tickLine={false}
      axisLine={false}
      width={64}
      allowDecimals={false}
    />,
    <Tooltip
      key="tip"
      cursor={{ fill: 'var(--sunken)' }}
      content={({ payload, label }) => <Tip at={label === undefined ? '' : String(label)} rows={payload} unit={unit} />}
    />,
  ];
  const drawn = { data: series, margin: MARGIN, accessibilityLayer: false };
  const volume: Part[] = [
    { key: 'received', name: say('sum.received'), colour: 'var(--accent)' },
    { key: 'delivered', name: say('sum.delivered'), colour: 'var(--info-dot)' },
  ];
  const lag: Part[] = [
    { key: 'lag_p50_ms', name: 'p50', colour: 'var(--accent)' },
    { key: 'lag_p95_ms', name: 'p95', colour: 'var(--warn-dot)' },
  ];
  const endings: Part[] = ENDINGS.map(([key, colour]) => ({
    key: `endings.${key}`,
    name: named('ending', key),
    colour,
  }));
  return (
    <div className={css.charts}>
      <Figure title={say('chart.volume')} parts={volume}>
        <AreaChart {...drawn}>
          {axes(count)}
          {volume.map(({ key, name, colour }) => (
            <Area key={key} dataKey={key} name={name} stroke={colour} fill={colour} fillOpacity={0.12} {...STROKE} />
          ))}
        </AreaChart>
      </Figure>
      <Figure title={say('chart.lag')} parts={lag}>
        <LineChart {...drawn}>
          {axes(duration)}
          {lag.map(({ key, name, colour }) => (
            <Line key={key} dataKey={key} name={name} stroke={colour} dot={{ r: 1.5 }} connectNulls {...STROKE} />
          ))}
        </LineChart>
      </Figure>
      <Figure title={say('chart.endings')} parts={endings}>
        <BarChart {...drawn}>
          {axes(count)}
          {endings.map(({ key, name, colour }) => (
            <Bar key={key} dataKey={key} name={name} fill={colour} stackId="endings" isAnimationActive={false} />
          ))}
        </BarChart>
      </Figure>
    </div>
  );
}

const ENDINGS = [
  ['diperbaiki', 'var(--ok-dot)'],
  ['dijadwalkan', 'var(--info-dot)'],
  ['dijelaskan', 'var(--accent)'],
  ['diteruskan', 'var(--warn-dot)'],
  ['tanpa_hasil', 'var(--idle-dot)'],
  ['ditolak', 'var(--bad-dot)'],
] as const;

/** The picture says to the eye what the sums above it say to everybody. */
const Figure = ({ title, parts, children }: { title: string; parts: Part[]; children: React.ReactElement }) => (
  <figure>
    <figcaption>
      {title}
      {parts.map(({ key, name, colour }) => (
        <span key={key} className={css.key}>
          <i style={{ background: colour }} />
          {name}
        </span>
      ))}
    </figcaption>
    <div aria-hidden>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        {children}
      </ResponsiveContainer>
    </div>
  </figure>
);

interface TipProps {
  at: string;
  rows: readonly { name?: string | number; value?: unknown }[] | undefined;
  unit: (value: number) => string;
}

const Tip = ({ at, rows = [], unit }: TipProps) =>
  at === '' ? null : (
    <div className={css.tip}>
      <strong>{moment(at)}</strong>
      {rows
        .filter(({ value }) => value !== undefined)
        .map(({ name, value }) => (
          <div key={String(name)}>
            {name}: {typeof value === 'number' ? unit(value) : '–'}
          </div>
        ))}
    </div>
  );
