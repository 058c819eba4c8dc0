import { v7 as uuidv7 } from 'uuid';
import { html, type Markup } from './html.ts';
import type { PublicComplaint } from './lacak.queries.ts';
import { inLang, type Texts, textsOf } from './texts.ts';

/** What the reporter can do now: add details, judge an answer, rate a complaint that was closed, or nothing more. */
export type Act = 'follow' | 'judge' | 'rate' | 'none';

export function actOf({ status, events }: PublicComplaint): Act {
  if (status === 'resolved') return 'judge';
  if (status === 'rejected') return 'none';
  if (status !== 'closed') return 'follow';
  const isRated = events.some(({ body }) => body.type === 'confirmed' && body.score !== undefined);
  return isRated ? 'none' : 'rate';
}

export type FormError = keyof Texts['reporter']['errors'];
export const FORM_ERRORS = Object.keys(textsOf('id').reporter.errors) as FormError[];

/** What a form held when it was refused, so that nothing has to be written twice. */
export interface Filled {
  error: FormError | null;
  text: string;
  verdict: string;
  score: string;
}

export const EMPTY: Filled = { error: null, text: '', verdict: '', score: '' };
export const MAX_TEXT = 4_000;

interface Shown {
  complaint: PublicComplaint;
  path: string;
  /** Proves that the form is of this session. */
  mark: string;
  filled: Filled;
  isSent: boolean;
}

/** What the reporter sees below the complaint. It works without scripts: plain forms, one answer each. */
export function reporterForm(texts: Texts, { complaint, path, mark, filled, isSent }: Shown): Markup {
  const { reporter } = texts;
  const act = actOf(complaint);
  return html`<section class="card acts" id="pelapor" data-act="${act}"><h2>${reporter.title}</h2>
${isSent && html`<p class="sent" role="status">${reporter.sent}</p>`}
${filled.error !== null && html`<p class="error" id="keliru" role="alert">${reporter.errors[filled.error]}</p>`}
<p id="berubah" hidden>${reporter.changed} <a href="${inLang(path, texts)}">${reporter.reload}</a></p>
${act === 'none' ? html`<p>${reporter.ended}</p>` : form(texts, act, { path, mark, filled })}
<form class="leave" method="post" action="${inLang(`${path}/keluar`, texts)}"><p class="dim">${reporter.known}</p><button class="quiet">${reporter.leave}</button></form>
</section>`;
}

function form(texts: Texts, act: Act, { path, mark, filled }: { path: string; mark: string; filled: Filled }): Markup {
  const { reporter } = texts;
  const isJudging = act !== 'follow';
  const title = act === 'follow' ? reporter.followUp : act === 'judge' ? reporter.judge : reporter.rate;
  const label = isJudging ? reporter.remark : reporter.message;
  const hint = act === 'judge' ? html` <span class="hint">${reporter.remarkHint}</span>` : '';
  const invalid = filled.error !== null && html` aria-describedby="keliru"`;
  return html`<h3>${title}</h3>
<form method="post" enctype="multipart/form-data" action="${inLang(`${path}/pelapor`, texts)}">
<input type="hidden" name="tanda" value="${mark}"><input type="hidden" name="kiriman" value="${uuidv7()}"><input type="hidden" name="keadaan" value="${act}">
${act === 'judge' && verdict(texts, filled)}
${isJudging && score(texts, filled, act === 'rate')}
<label for="isi-pelapor">${label}${hint}${!isJudging && html` <span class="hint">${reporter.messageHint}</span>`}</label>
<textarea id="isi-pelapor" name="isi" rows="4" maxlength="${String(MAX_TEXT)}"${!isJudging && html` required`}${invalid}>${filled.text}</textarea>
${
  act !== 'rate' &&
  html`<label for="foto">${reporter.photo} <span class="hint">${reporter.photoHint}</span></label>
<input id="foto" name="foto" type="file" accept="image/jpeg,image/png,image/webp,application/pdf">`
}
<button>${isJudging ? reporter.judgeSend : reporter.send}</button>
</form>`;
}

function verdict({ reporter }: Texts, filled: Filled): Markup {
  const choice = (value: string, text: string) =>
    html`<label class="choice"><input type="radio" name="putusan" value="${value}" required${filled.verdict === value && html` checked`}> ${text}</label>`;
  return html`<fieldset><legend>${reporter.verdict}</legend>${choice('selesai', reporter.confirm)}${choice('buka', reporter.reopen)}</fieldset>`;
}

function score({ reporter }: Texts, filled: Filled, isRequired: boolean): Markup {
  const choices = ['1', '2', '3', '4', '5'].map(
    (value) =>
      html`<label class="choice"><input type="radio" name="nilai" value="${value}"${isRequired && html` required`}${filled.score === value && html` checked`}> ${value}</label>`,
  );
  return html`<fieldset class="score"><legend>${isRequired ? reporter.rate : reporter.score} <span class="hint">${reporter.scoreHint}</span></legend>${choices}</fieldset>`;
}

/** For everybody else: the way in for who has the code. */
export function codeForm(texts: Texts, path: string, error: 'wrong' | 'tooMany' | null): Markup {
  const { reporter, search } = texts;
  const invalid = error !== null && html` aria-invalid="true" aria-describedby="keliru"`;
  return html`<section class="card acts" id="pelapor"><h2>${reporter.title}</h2><p>${reporter.ask}</p>
${error !== null && html`<p class="error" id="keliru" role="alert">${reporter[error]}</p>`}
<form method="post" action="${inLang(`${path}/masuk`, texts)}">
<label for="kode">${search.code} <span class="hint">${search.codeHint}</span></label>
<input id="kode" name="kode" required maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false"${invalid}>
<button>${reporter.enter}</button></form></section>`;
}
