import { CATEGORY, STATUS } from '#complaint';
import { excerpt, html, Markup } from './html.ts';
import type { PublicCase, PublicComplaint } from './lacak.queries.ts';
import { STYLE } from './style.ts';
import { entryOf, type Entry, standing } from './wording.ts';

/** The whole page stays below 20 kB, so that it opens on a poor connection. */
const TEXT_BYTES = 3_000;
const REASON_BYTES = 600;
const TIMELINE_BYTES = 8_500;
const MAX_CASES = 6;
const MAX_URL_CHARS = 200;
const NAME_BYTES = 120;

const WIB = new Intl.DateTimeFormat('id-ID', { timeZone: 'Asia/Jakarta', dateStyle: 'long', timeStyle: 'short' });
const when = (at: Date): Markup => html`<time datetime="${at.toISOString()}">${WIB.format(at)} WIB</time>`;
const short = (text: string): string => excerpt(text, NAME_BYTES);

/** `titleOf` gives a platform's name as people call it. */
export function complaintPage(complaint: PublicComplaint, titleOf: (instance: string) => string): string {
  const { number, title, text, status, reason, category, opd, place, openedAt, updatedAt } = complaint;
  const handler = short(titleOf(complaint.handler));
  const where = [place.desa, place.kecamatan && `Kecamatan ${place.kecamatan}`].filter(Boolean).join(', ');
  return page(
    `Aduan ${number}`,
    html`<section>
<h1>Aduan ${number}</h1>
<p><span class="badge">${STATUS[status].label}</span></p>
<p>${standing(complaint, handler)}</p>
${reason && html`<p class="said">${excerpt(reason, REASON_BYTES)}</p>`}
<dl>
<dt>Ditangani</dt><dd>${handler}${opd && ` · ${short(opd)}`}</dd>
<dt>Diajukan</dt><dd>${when(openedAt)}</dd>
<dt>Kabar terakhir</dt><dd>${when(updatedAt)}</dd>
${category && html`<dt>Pokok aduan</dt><dd>${CATEGORY[category]}</dd>`}
${where && html`<dt>Wilayah</dt><dd>${short(where)}</dd>`}
</dl>
</section>
<section><h2>${title ? short(title) : 'Isi aduan'}</h2><p class="said">${excerpt(text, TEXT_BYTES)}</p></section>
<section><h2>Perjalanan aduan</h2>${timeline(complaint, titleOf)}</section>
${complaint.cases.length > 0 && html`<section><h2>Tercatat juga di</h2>${cases(complaint.cases, titleOf)}</section>`}`,
  );
}

export const noPage = (): string =>
  page(
    'Aduan tidak ditemukan',
    html`<section><h1>Aduan tidak ditemukan</h1>
<p>Tautan ini tidak menunjuk ke aduan yang dapat ditampilkan. Periksa kembali tautan yang Anda terima.</p></section>`,
  );

export const awayPage = (): string =>
  page(
    'Belum dapat ditampilkan',
    html`<section><h1>Belum dapat ditampilkan</h1>
<p>Halaman ini sedang tidak dapat dibuka. Aduan Anda tetap tersimpan; buka lagi beberapa saat lagi.</p></section>`,
  );

function timeline({ events, cases: known }: PublicComplaint, titleOf: (instance: string) => string): Markup {
  const told = events.flatMap(({ at, instance, body }) => entryOf(body, titleOf(instance), at) ?? []);
  const forwards = known.flatMap(({ role, forwardedAt: at, instance }): Entry[] =>
    role === 'handler' && at ? [{ at, heading: `Diteruskan ke ${titleOf(instance)}`, text: null }] : [],
  );
  const newestFirst = [...told, ...forwards].toSorted((a, b) => a.at.getTime() - b.at.getTime()).toReversed();
  const shown: Markup[] = [];
  let bytes = 0;
  for (const { at, heading, text } of newestFirst) {
    const said = text && html`<p class="said">${excerpt(text, TEXT_BYTES)}</p>`;
    const item = html`<li>${when(at)}<strong>${short(heading)}</strong>${said}</li>`;
    bytes += Buffer.byteLength(item.text);
    if (bytes > TIMELINE_BYTES) break;
    shown.push(item);
  }
  const left = newestFirst.length - shown.length;
  return html`<ol>${shown}</ol>${left > 0 && html`<p>${String(left)} kabar yang lebih lama tidak ditampilkan.</p>`}`;
}

function cases(known: PublicCase[], titleOf: (instance: string) => string): Markup {
  const items = known.slice(0, MAX_CASES).map(({ instance, externalId, url }) => {
    const name = short(externalId);
    const isLink = url !== null && url.length <= MAX_URL_CHARS && /^https?:\/\//i.test(url);
    const shown = isLink ? html`<a href="${url}" rel="noopener noreferrer nofollow">${name}</a>` : name;
    return html`<dt>${short(titleOf(instance))}</dt><dd>${shown}</dd>`;
  });
  return html`<dl>${items}</dl>`;
}

function page(title: string, content: Markup): string {
  return html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<header><b>Simpul Aduan</b> · Kabupaten Purbalingga</header>
<main>${content}</main>
<footer>Halaman ini tidak memuat identitas pelapor. Siapa pun yang memegang tautannya dapat membacanya.</footer>
</body>
</html>
`.text;
}
