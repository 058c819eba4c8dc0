import { frame } from './frame.ts';
import { html } from './html.ts';
import { inLang, type Texts } from './texts.ts';

export interface Searched {
  number: string;
  error: keyof Pick<Texts['search'], 'wrong' | 'tooMany'> | null;
}

/** The code is never written back into the page. */
export function searchPage(texts: Texts, { number, error }: Searched): string {
  const { search } = texts;
  const invalid = error !== null && html` aria-invalid="true" aria-describedby="keliru"`;
  return frame(texts, {
    title: search.title,
    path: '/lacak',
    content: html`<section class="card hero"><h1>${search.title}</h1><p>${search.text}</p>
${error !== null && html`<p class="error" id="keliru" role="alert">${search[error]}</p>`}
<form method="post" action="${inLang('/lacak', texts)}">
<label for="nomor">${search.number} <span class="hint">${search.numberHint}</span></label>
<input id="nomor" name="nomor" required maxlength="40" autocomplete="off" autocapitalize="characters" value="${number}"${invalid}>
<label for="kode">${search.code} <span class="hint">${search.codeHint}</span></label>
<input id="kode" name="kode" required maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false"${invalid}>
<button>${search.submit}</button>
</form></section>`,
  });
}
