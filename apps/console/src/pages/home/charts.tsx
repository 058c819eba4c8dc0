import { Area, AreaChart, CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { Moment } from '../../api/overview.ts';
import { count, duration, hourAndMinute, moment, shortMoment } from '../../words/time.ts';
import { say, useLanguage } from '../../words/words.ts';
import css from './home.module.css';

const HEIGHT = 190;
const A_DAY = 24;
const MARGIN = { top: 6, right: 6, bottom: 0, left: -14 };
const AXIS = { fontSize: 11, fill: 'var(--faint)' };

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
    <YAxis key="y" tickFormatter={unit} tick={AXIS} tickLine={false} axisLine={false} width={64} />,
    <Tooltip
      key="tip"
      content={({ payload, label }) => <Tip at={label === undefined ? '' : String(label)} rows={payload} unit={unit} />}
    />,
  ];
  return (
    <div className={css.charts}>
      <figure>
        <figcaption>
          {say('chart.volume')} <Key colour="var(--accent)" name={say('sum.received')} />
          <Key colour="var(--info-dot)" name={say('sum.delivered')} />
        </figcaption>
        <div aria-hidden>
          <ResponsiveContainer width="100%" height={HEIGHT}>
            <AreaChart data={series} margin={MARGIN} accessibilityLayer={false}>
              {axes(count)}
              <Area
                dataKey="received"
                name={say('sum.received')}
                stroke="var(--accent)"
                fill="var(--accent)"
                fillOpacity={0.12}
                strokeWidth={1.6}
                isAnimationActive={false}
              />
              <Area
                dataKey="delivered"
                name={say('sum.delivered')}
                stroke="var(--info-dot)"
                fill="var(--info-dot)"
                fillOpacity={0.1}
                strokeWidth={1.6}
                isAnimationActive={false}
              />
            </AreaChart>
          </ResponsiveContainer>
        </div>
      </figure>
      <figure>
        <figcaption>
          {say('chart.lag')} <Key colour="var(--accent)" name="p50" />
          <Key colour="var(--warn-dot)" name="p95" />
        </figcaption>
        <div aria-hidden>
          <ResponsiveContainer width="100%" height={HEIGHT}>
            <LineChart data={series} margin={MARGIN} accessibilityLayer={false}>
              {axes(duration)}
              <Line
                dataKey="lag_p50_ms"
                name="p50"
                stroke="var(--accent)"
                strokeWidth={1.6}
                dot={false}
                connectNulls
                isAnimationActive={false}
              />
              <Line
                dataKey="lag_p95_ms"
                name="p95"
                stroke="var(--warn-dot)"
                strokeWidth={1.6}
                dot={false}
                connectNulls
                isAnimationActive={false}
              />
            </LineChart>
          </ResponsiveContainer>
        </div>
      </figure>
    </div>
  );
}

const Key = ({ colour, name }: { colour: string; name: string }) => (
  <span className={css.key}>
    <i style={{ background: colour }} />
    {name}
  </span>
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
      {rows.map(({ name, value }) => (
        <div key={String(name)}>
          {name}: {typeof value === 'number' ? unit(value) : '–'}
        </div>
      ))}
    </div>
  );
