import { createHash } from 'node:crypto';
import { actOf } from './reporter-form.ts';
import { excerpt, html, type Markup } from './html.ts';
import { frame } from './frame.ts';
import type { PublicCase, PublicComplaint } from './lacak.queries.ts';
import { inLang, type Texts } from './texts.ts';
import { timeline } from './timeline.ts';
import { deadlines } from './deadline-list.ts';
import { moment, short, type View } from './view.ts';
import { hasEnded, standing, STEP, turn } from './wording.ts';

/** The page with its script stays below 50 kB, so that it opens on a poor connection. */
const TEXT_BYTES = 8_000;
const REASON_BYTES = 1_000;
const MAX_CASES = 6;
const MAX_URL_CHARS = 200;

/** What of the page changes while it is open, and the mark by which a page knows whether it shows this already. */
interface News {
  markup: Markup;
  version: string;
}

const VERSION_CHARS = 12;

export function news(complaint: PublicComplaint, view: View): News {
  const markup = liveRegion(complaint, view);
  const version = createHash('sha256').update(markup.text).digest('base64url').slice(0, VERSION_CHARS);
  return { markup, version };
}

interface Around {
  path: string;
  publicUrl: string;
  /** What can be done here, below what there is to read. */
  acts: Markup;
}

export function complaintPage(complaint: PublicComplaint, view: View, { path, publicUrl, acts }: Around): string {
  const { texts } = view;
  const { markup, version } = news(complaint, view);
  return frame(texts, {
    title: texts.complaint(complaint.number),
    path,
    preview: { url: publicUrl + path, text: texts.preview },
    isLive: true,
    content: html`<div id="kabar" data-events="${inLang(`${path}/events`, texts)}" data-version="${version}">${markup}</div>
<p class="live" id="langsung" role="status" aria-live="polite" data-on="${texts.live.on}" data-lost="${texts.live.lost}"></p>
${acts}
<p class="tools"><a href="${inLang('/lacak', texts)}">${texts.searchLink}</a>${!complaint.rahasia && feedLinks(path, texts)}</p>`,
  });
}

function liveRegion(complaint: PublicComplaint, { texts, titleOf }: View): Markup {
  const { number, title, text, status, reason, category, opd, place, openedAt, updatedAt } = complaint;
  const handler = short(titleOf(complaint.handler));
  const where = [place.desa, place.kecamatan && texts.kecamatan(place.kecamatan)].filter(Boolean).join(', ');
  const when = moment(texts);
  return html`<section class="card hero" data-act="${actOf(complaint)}" data-news="${texts.live.news(texts.status[status])}">
<h1>${texts.complaint(number)}</h1>
<p class="badge s-${status}">${texts.status[status]}</p>
<p class="standing">${standing(complaint, handler, texts)}</p>
${reason && html`<p class="said">${excerpt(reason, REASON_BYTES)}</p>`}
${steps(complaint, texts)}
<p class="turn"><b>${texts.turn}:</b> ${short(turn(complaint, handler, texts))}</p>
</section>
<section class="card"><h2>${title ? short(title) : texts.content}</h2>
<p class="said">${excerpt(text, TEXT_BYTES)}</p>
<dl>
<dt>${texts.handledBy}</dt><dd>${handler}${opd && ` · ${short(opd)}`}</dd>
<dt>${texts.opened}</dt><dd>${when(openedAt)}</dd>
<dt>${texts.updated}</dt><dd>${when(updatedAt)}</dd>
${category && html`<dt>${texts.subject}</dt><dd>${texts.category[category]}</dd>`}
${where && html`<dt>${texts.area}</dt><dd>${short(where)}</dd>`}
</dl></section>
${complaint.deadlines.length > 0 && html`<section class="card"><h2>${texts.deadlines.title}</h2>${deadlines(complaint, texts)}</section>`}
<section class="card"><h2>${texts.journey}</h2>${timeline(complaint, { texts, titleOf }, when)}</section>
${complaint.cases.length > 0 && html`<section class="card"><h2>${texts.alsoAt}</h2>${cases(complaint.cases, texts, titleOf)}</section>`}`;
}

const feedLinks = (path: string, texts: Texts): Markup => {
  const { atom, json, badge } = texts.feedLinks;
  return html` · <a href="${inLang(`${path}.atom`, texts)}" type="application/atom+xml">${atom}</a> · <a href="${inLang(`${path}.json`, texts)}">${json}</a> · <a href="${inLang(`${path}/badge.svg`, texts)}">${badge}</a>`;
};

function steps({ status }: PublicComplaint, texts: Texts): Markup {
  const now = STEP[status];
  const items = texts.steps.map((name, index) => {
    const isDone = index < now || hasEnded(status);
    const state = isDone ? texts.stepDone : index === now ? texts.stepNow : texts.stepAhead;
    const current = index === now && html` aria-current="step"`;
    return html`<li class="${isDone ? 'done' : index === now ? 'now' : 'ahead'}"${current}>${name}<span class="hidden"> (${state})</span></li>`;
  });
  return html`<ol class="steps" aria-label="${texts.stepsTitle}">${items}</ol>`;
}

function cases(known: PublicCase[], texts: Texts, titleOf: (instance: string) => string): Markup {
  const items = known.slice(0, MAX_CASES).map(({ instance, externalId, url }) => {
    const name = short(externalId);
    const isLink = url !== null && url.length <= MAX_URL_CHARS && /^https?:\/\//i.test(url);
    const shown = isLink
      ? html`<a href="${url}" rel="noopener noreferrer nofollow">${name}</a> <span class="dim">(${texts.opensElsewhere})</span>`
      : name;
    return html`<dt>${short(titleOf(instance))}</dt><dd>${shown}</dd>`;
  });
  return html`<dl>${items}</dl>`;
}
