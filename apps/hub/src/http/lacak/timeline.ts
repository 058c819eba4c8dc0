import { isPhoto } from '#sync';
import { excerpt, html, type Markup } from './html.ts';
import type { PublicComplaint, PublicFile } from './lacak.queries.ts';
import { short, type View } from './view.ts';
import { type Entry, entryOf } from './wording.ts';

const TIMELINE_BYTES = 20_000;
const ENTRY_BYTES = 4_000;
const MAX_FILES = 6;

type Line = Entry & { files: PublicFile[]; office: string };

/** What happened, newest first. */
export function linesOf({ events, cases }: PublicComplaint, { texts, titleOf }: View): Line[] {
  const told = events.flatMap(({ at, instance, body, files }): Line[] => {
    const entry = entryOf(body, titleOf(instance), at, texts);
    return entry ? [{ ...entry, files, office: titleOf(instance) }] : [];
  });
  const forwards = cases.flatMap(({ role, forwardedAt: at, instance }): Line[] => {
    const heading = texts.entry.forwarded(titleOf(instance));
    return role === 'handler' && at ? [{ at, heading, text: null, files: [], office: '' }] : [];
  });
  return [...told, ...forwards].toSorted((a, b) => a.at.getTime() - b.at.getTime()).toReversed();
}

/** As much of it as the page has room for. */
export function timeline(complaint: PublicComplaint, view: View, when: (at: Date) => Markup): Markup {
  const { texts } = view;
  const newestFirst = linesOf(complaint, view);
  const shown: Markup[] = [];
  let bytes = 0;
  for (const { at, heading, via, text, files, office } of newestFirst) {
    const said = text && html`<p class="said">${excerpt(text, ENTRY_BYTES)}</p>`;
    const item = html`<li>${when(at)}<strong>${short(heading)}</strong>${via && html`<span class="dim">${short(via)}</span>`}${said}${pictures(files, office, view)}</li>`;
    bytes += Buffer.byteLength(item.text);
    if (bytes > TIMELINE_BYTES) break;
    shown.push(item);
  }
  const left = newestFirst.length - shown.length;
  return html`<ol class="line">${shown}</ol>${left > 0 && html`<p>${texts.olderLeftOut(left)}</p>`}`;
}

/** Photos are shown small, and in full to those who open them: one weighs more than the whole page. */
function pictures(files: PublicFile[], office: string, { texts }: View): Markup | false {
  if (files.length === 0) return false;
  const shown = files.slice(0, MAX_FILES).map(({ token, mime, size }, index) => {
    const path = `/lampiran/${token}`;
    const heavy = weight(size, texts.locale);
    if (!isPhoto(mime)) return html`<p><a href="${path}">${texts.document(heavy)}</a></p>`;
    return html`<a href="${path}"><img src="${path}/kecil" alt="${texts.photoAlt(short(office))}" width="120" height="120" loading="lazy" decoding="async">${texts.photo(index + 1, heavy)}</a>`;
  });
  return html`<div class="files">${shown}</div>`;
}

const KB = 1_000;
const MB = 1_000_000;

const weight = (bytes: number, locale: string): string =>
  bytes < MB
    ? `${Math.max(1, Math.round(bytes / KB)).toLocaleString(locale)} kB`
    : `${(bytes / MB).toLocaleString(locale, { maximumFractionDigits: 1 })} MB`;
