import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { Recap } from '../../api/recap.ts';
import { count, monthOfCalendar } from '../../words/time.ts';
import { named, say, useLanguage } from '../../words/words.ts';
import { AXIS, Key, MARGIN, Tip } from './chart-parts.tsx';
import css from './recap.module.css';

const HEIGHT = 220;

/** For the eye; the list that follows says the same to who listens. */
export default function TrendChart({ trend }: { trend: Recap['trend'] }) {
  useLanguage();
  return (
    <figure className={css.figure}>
      <figcaption>
        <Key colour="var(--info-dot)" name={named('recap-name', 'received')} />
        <Key colour="var(--accent)" name={named('recap-name', 'done')} />
      </figcaption>
      <div aria-hidden>
        <ResponsiveContainer width="100%" height={HEIGHT}>
          <BarChart data={trend} margin={MARGIN} accessibilityLayer={false} barGap={2}>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              dataKey="month"
              tickFormatter={(month: string) => monthOfCalendar(month)}
              tick={AXIS}
              tickLine={false}
              axisLine={false}
            />
            <YAxis
              tickFormatter={count}
              tick={AXIS}
              tickLine={false}
              axisLine={false}
              width={52}
              allowDecimals={false}
            />
            <Tooltip
              cursor={{ fill: 'var(--sunken)' }}
              content={({ payload, label }) => (
                <Tip title={label === undefined || label === '' ? '' : monthOfCalendar(String(label))} rows={payload} />
              )}
            />
            <Bar
              dataKey="received"
              name={named('recap-name', 'received')}
              fill="var(--info-dot)"
              maxBarSize={34}
              isAnimationActive={false}
            />
            <Bar
              dataKey="done"
              name={named('recap-name', 'done')}
              fill="var(--accent)"
              maxBarSize={34}
              isAnimationActive={false}
            />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <ul className="only-heard">
        {trend.map(({ month, received, done }) => (
          <li key={month}>{say('recap.trend.heard', { month: monthOfCalendar(month), received, done })}</li>
        ))}
      </ul>
    </figure>
  );
}
