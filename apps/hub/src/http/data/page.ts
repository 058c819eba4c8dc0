import { frame } from '../lacak/frame.ts';
import { html } from '../lacak/html.ts';
import { textsOf } from '../lacak/texts.ts';
import { ALL, COLUMNS, type DataRow } from './dataset.ts';
import { LICENCE, LICENCE_URL, TEXTS } from './texts.ts';

/** What is published, how to read it and where to get it; the months themselves as a table. */
export function dataPage(lang: 'id' | 'en', rows: readonly DataRow[]): string {
  const texts = TEXTS[lang];
  const months = rows.filter(({ kode, menurut }) => menurut === ALL && kode === ALL);
  const shown = (count: number | null) => (count === null ? texts.hidden : count.toLocaleString(textsOf(lang).locale));
  return frame(textsOf(lang), {
    title: texts.title,
    path: '/data',
    footer: texts.footer,
    isIndexed: true,
    content: html`<section class="card hero"><h1>${texts.title}</h1><p>${texts.text}</p>
<h2>${texts.files}</h2><ul><li><a href="/data/aduan-bulanan.csv">aduan-bulanan.csv</a></li>
<li><a href="/data/aduan-bulanan.json">aduan-bulanan.json</a></li></ul></section>
<section class="card"><h2 id="bulan">${texts.months}</h2>
${
  months.length === 0
    ? html`<p>${texts.none}</p>`
    : html`<table aria-labelledby="bulan"><thead><tr><th scope="col">${texts.month}</th><th scope="col" class="n">${texts.received}</th><th scope="col" class="n">${texts.done}</th></tr></thead>
<tbody>${months.map(
        ({ bulan, diterima, selesai }) =>
          html`<tr><th scope="row">${bulan}</th><td class="n">${shown(diterima)}</td><td class="n">${shown(selesai)}</td></tr>`,
      )}</tbody></table>`
}</section>
<section class="card"><h2>${texts.columns}</h2>
<dl>${COLUMNS.map((column) => html`<dt>${column}</dt><dd>${texts.column[column]}</dd>`)}</dl></section>
<section class="card"><h2>${texts.rules}</h2><ul>${texts.rule.map((rule) => html`<li>${rule}</li>`)}</ul>
<h2>${texts.licence}</h2><p><a href="${LICENCE_URL}" rel="license">${LICENCE}</a>. ${texts.licensed}</p></section>`,
  });
}
