import type { Play, PlatformSimulator, PlayField, ShownCase } from '#connector/testing';
import { faultText, readFaults, SWITCHES } from './faults.ts';
import { Html, html } from './html.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

export interface Shown {
  simulators: readonly PlatformSimulator[];
  chosen: PlatformSimulator | undefined;
  caseId: string | null;
  nonce: string;
}

const MOST_LISTED = 200;

export function page({ simulators, chosen, caseId, nonce }: Shown): Html {
  return html`<!doctype html>
<html lang="id">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Simulator platform · Simpul Aduan</title>
    <style nonce="${nonce}">${new Html(STYLE)}</style>
  </head>
  <body>
    <p class="banner"><strong>SIMULATOR, bukan antarmuka resmi.</strong> Semua isi di sini rekaan.</p>
    <header>
      <h1>Simulator platform</h1>
      <nav aria-label="Platform">${simulators.map((simulator) => tab(simulator, simulator === chosen))}</nav>
    </header>
    ${chosen ? board(chosen, caseId) : html`<p class="empty">Tidak ada platform.</p>`}
    <p id="notice" role="alert" hidden></p>
    <script nonce="${nonce}">${new Html(SCRIPT)}</script>
  </body>
</html>`;
}

const link = (platform: string, caseId?: string): string =>
  `/?${new URLSearchParams({ platform, ...(caseId === undefined ? {} : { aduan: caseId }) }).toString()}`;

const tab = ({ name }: PlatformSimulator, isChosen: boolean): Html =>
  html`<a href="${link(name)}"${isChosen && html` aria-current="page"`}>${name}</a>`;

function board(simulator: PlatformSimulator, caseId: string | null): Html {
  const cases = simulator.cases();
  const open = cases.find(({ id }) => id === caseId);
  return html`<main${open && html` class="has-case"`}>
    <section class="side" aria-label="Daftar aduan">
      <div id="facts" data-live class="facts">${facts(simulator, cases.length)}</div>
      ${simulator.plays.filter(({ onCase }) => !onCase).map((play, index) => form(simulator.name, play, null, index === 0 && !open))}
      <h2>Aduan</h2>
      <div id="list" data-live>${list(simulator.name, cases, open)}</div>
    </section>
    <section class="case" aria-label="Aduan terpilih">
      ${open ? detail(simulator, open) : html`<p class="empty">Pilih satu aduan untuk melihat riwayatnya dan memainkan petugas atau warga.</p>`}
      ${switches(simulator, open?.id)}
    </section>
  </main>`;
}

const facts = (simulator: PlatformSimulator, cases: number): Html => html`
  <dl>
    <div><dt>Aduan</dt><dd>${cases}</dd></div>
    <div><dt>Tulisan lewat API</dt><dd>${simulator.writes.length}</dd></div>
    <div><dt>Webhook menunggu</dt><dd>${simulator.webhooksPending()}</dd></div>
  </dl>
  <p class="url">${simulator.url}</p>`;

function list(platform: string, cases: ShownCase[], open: ShownCase | undefined): Html {
  if (cases.length === 0) return html`<p class="empty">Belum ada aduan.</p>`;
  const item = ({ id, title, status }: ShownCase): Html => html`<li>
    <a href="${link(platform, id)}"${id === open?.id && html` aria-current="true"`}>
      <span class="title">${title}</span> <span class="status">${status}</span>
    </a>
  </li>`;
  const more = cases.length - MOST_LISTED;
  return html`<ul class="cases">${cases.slice(0, MOST_LISTED).map(item)}</ul>
    ${more > 0 && html`<p class="empty">${more} aduan yang lebih lama tidak ditampilkan.</p>`}`;
}

const detail = (simulator: PlatformSimulator, { id, title, status, lines }: ShownCase): Html => html`
  <article>
    <div id="history" data-live>
      <h2>${title} <span class="status">${status}</span></h2>
      <ol class="history">${lines.map(told)}</ol>
    </div>
  </article>
  <h2>Mainkan</h2>
  ${simulator.plays.filter(({ onCase }) => onCase).map((play, index) => form(simulator.name, play, id, index === 0))}`;

/** A line begins with the platform's time, whatever its form. */
function told(line: string): Html {
  const [, day, clock, words] = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)\S*\s+([^]*)$/.exec(line) ?? [];
  if (words === undefined) return html`<li>${line}</li>`;
  const isOurs = words.startsWith('Kami');
  return html`<li${isOurs && html` class="ours"`}><time>${day} ${clock}</time> ${linked(words)}</li>`;
}

const ADDRESS = /(https?:\/\/\S+)/;
const linked = (words: string): Html[] =>
  words.split(ADDRESS).map((part) => (ADDRESS.test(part) ? html`<a href="${part}">${part}</a>` : html`${part}`));

function form(platform: string, { name, label, fields }: Play, caseId: string | null, isOpen: boolean): Html {
  const where = caseId === null ? '' : `/cases/${encodeURIComponent(caseId)}`;
  const action = `/api/platforms/${encodeURIComponent(platform)}${where}/plays/${encodeURIComponent(name)}`;
  return html`<details class="play"${isOpen && html` open`}>
    <summary>${label}</summary>
    <form method="post" action="${action}">
      ${fields.map(input)}
      <button>Lakukan</button>
    </form>
  </details>`;
}

function input({ name, label, options, required = false, long = false }: PlayField): Html {
  const must = required && html` required`;
  const choice = (option: string): Html => html`<option>${option}</option>`;
  const field = options
    ? html`<select name="${name}"${must}>${!required && !options.includes('') && html`<option value="">(kosong)</option>`}${options.map(choice)}</select>`
    : long
      ? html`<textarea name="${name}" rows="3"${must}></textarea>`
      : html`<input name="${name}"${must} />`;
  return html`<label${long && html` class="wide"`}><span>${label}${required && html` <em>wajib</em>`}</span>${field}</label>`;
}

function switches(simulator: PlatformSimulator, caseId: string | undefined): Html {
  const faults = Object.entries(readFaults(simulator.faults));
  const on = faults.filter(([, fault]) => fault !== 0).length;
  const query = caseId === undefined ? '' : `?${new URLSearchParams({ aduan: caseId }).toString()}`;
  const one = ([name, fault]: (typeof faults)[number]): Html => html`<label>
    <span>${SWITCHES[name as keyof typeof SWITCHES]}</span>
    <input name="${name}" value="${faultText(fault)}" inputmode="text" autocomplete="off" />
  </label>`;
  return html`<details class="play switches">
    <summary>Gangguan ${on > 0 ? html`<span class="status bad">${on} menyala</span>` : html`<span class="status">mati</span>`}</summary>
    <form method="post" action="/api/platforms/${encodeURIComponent(simulator.name)}/faults${query}">
      <p class="hint">0 mati; 3 berarti tiga kali berikutnya; 30% berarti untung-untungan.</p>
      ${faults.map(one)}
      <button>Terapkan</button>
    </form>
  </details>`;
}
