import { createHash } from 'node:crypto';
import { deadlineState } from '#complaint';
import { excerpt, html } from './html.ts';
import type { PublicComplaint } from './lacak.queries.ts';
import { inLang } from './texts.ts';
import { linesOf } from './timeline.ts';
import type { View } from './view.ts';
import { standing, turn } from './wording.ts';

export interface Feed {
  complaint: PublicComplaint;
  view: View;
  url: string;
}

const MAX_ENTRIES = 100;
const ENTRY_BYTES = 10_000;

/** The page as data. Names are English, sentences in the language that was asked for. */
export function jsonFeed({ complaint, view, url }: Feed): string {
  const { texts, titleOf } = view;
  const { number, status, outcome, category, opd, handler, place, openedAt, updatedAt, deadlines, cases } = complaint;
  const now = new Date();
  const shown = {
    number,
    url: inLang(url, texts),
    status,
    status_label: texts.status[status],
    outcome,
    standing: standing(complaint, titleOf(handler), texts),
    turn: turn(complaint, titleOf(handler), texts),
    handler: titleOf(handler),
    opd,
    subject: category && texts.category[category],
    kecamatan: place.kecamatan ?? null,
    desa: place.desa ?? null,
    opened_at: openedAt,
    updated_at: updatedAt,
    deadlines: deadlines.map((deadline) => ({
      kind: deadline.kind,
      label: texts.deadlines.kind[deadline.kind],
      due_at: deadline.dueAt,
      state: deadlineState(deadline, now),
      verified: deadline.verified,
    })),
    also_at: cases.map(({ instance, externalId, url: there }) => ({
      platform: titleOf(instance),
      id: externalId,
      url: there,
    })),
    entries: linesOf(complaint, view)
      .slice(0, MAX_ENTRIES)
      .map(({ at, heading, via = null, text }) => ({ at, heading, via, text })),
  };
  return JSON.stringify(shown);
}

/** RFC 4287. An entry's id stays the same as long as it says the same. */
export function atomFeed({ complaint, view, url }: Feed): string {
  const { texts, titleOf } = view;
  const { number, updatedAt, handler } = complaint;
  const entries = linesOf(complaint, view)
    .slice(0, MAX_ENTRIES)
    .map(({ at, heading, text, office }) => {
      const mark = createHash('sha256').update(`${at.toISOString()} ${heading} ${text}`).digest('hex').slice(0, 16);
      return html`<entry><id>${url}#${mark}</id><title>${heading}</title><updated>${at.toISOString()}</updated>
<author><name>${office || titleOf(handler)}</name></author><link href="${inLang(url, texts)}"/>${text && html`<content type="text">${excerpt(text, ENTRY_BYTES)}</content>`}</entry>
`;
    });
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${texts.lang}"><id>${url}</id>
<title>${texts.complaint(number)} · ${texts.brand}</title><subtitle>${standing(complaint, titleOf(handler), texts)}</subtitle>
<updated>${updatedAt.toISOString()}</updated><link href="${inLang(url, texts)}"/><link rel="self" href="${inLang(`${url}.atom`, texts)}"/>
${entries}</feed>
`.text;
}
