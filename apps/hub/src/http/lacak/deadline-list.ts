import { deadlineState } from '#complaint';
import { html, type Markup } from './html.ts';
import type { PublicComplaint, PublicDeadline } from './lacak.queries.ts';
import type { Texts } from './texts.ts';
import { dayFormat, moment } from './view.ts';

const DAY_MS = 86_400_000;
const WIB_MS = 7 * 3_600_000;

/** Until when something has to happen, whether it did, and whether the rule itself is sure. */
export function deadlines({ deadlines: known }: PublicComplaint, texts: Texts, now = new Date()): Markup {
  const items = known.map((deadline) => {
    const state = deadlineState(deadline, now);
    const doubt = !deadline.verified && html` <span class="dim">(${texts.deadlines.unverified})</span>`;
    return html`<dt>${texts.deadlines.kind[deadline.kind]}</dt>
<dd>${until(deadline, texts)}, <span class="d-${state}">${texts.deadlines.state[state]}</span>${doubt}</dd>`;
  });
  return html`<dl>${items}</dl>`;
}

/** A deadline of whole days ends at midnight, which people call the end of the day before. */
function until({ dueAt }: PublicDeadline, texts: Texts): Markup {
  const due = new Date(dueAt);
  const isMidnight = (due.getTime() + WIB_MS) % DAY_MS === 0;
  const { until: before, untilEndOf } = texts.deadlines;
  if (!isMidnight) return html`${before} ${moment(texts)(due)}`;
  return html`${untilEndOf} <time datetime="${due.toISOString()}">${dayFormat(texts)(new Date(due.getTime() - 1))}</time>`;
}
