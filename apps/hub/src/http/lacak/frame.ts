import { html, Markup } from './html.ts';
import { SCRIPT_PATH } from './script.ts';
import { STYLE } from './style.ts';
import { inLang, type Texts } from './texts.ts';

interface Framed {
  title: string;
  /** Where this very page is, for the other language and for a shared link's preview. */
  path: string;
  content: Markup;
  /** What a preview of the shared link says; it holds nothing of the complaint but its number. */
  preview?: { url: string; text: string };
  isLive?: boolean;
  /** What stands below; by default what is true of a complaint's page. */
  footer?: string;
  /** A page for search engines too. */
  isIndexed?: boolean;
}

/** What every page of the citizen has around it. */
export function frame(texts: Texts, framed: Framed): string {
  const { title, path, content, preview, isLive = false, footer = texts.footer, isIndexed = false } = framed;
  const { lang, other, brand, region } = texts;
  const otherPath = other.lang === 'en' ? `${path}?lang=en` : path;
  return html`<!doctype html>
<html lang="${lang}" prefix="og: https://ogp.me/ns#">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${!isIndexed && html`<meta name="robots" content="noindex">`}
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/lacak/ikon.svg" type="image/svg+xml">
<title>${title} · ${brand}</title>
${preview && previewOf(title, preview, texts)}
<style>${new Markup(STYLE)}</style>
${isLive && html`<script src="${SCRIPT_PATH}" defer></script>`}
</head>
<body>
<a class="skip" href="#isi">${texts.skip}</a>
<header><a class="brand" href="${inLang('/lacak', texts)}"><b>${brand}</b> <span>${region}</span></a>
<a class="lang" href="${otherPath}" hreflang="${other.lang}" lang="${other.lang}">${other.label}</a></header>
<main id="isi" tabindex="-1">${content}</main>
<footer><p>${footer}</p></footer>
</body>
</html>
`.text;
}

function previewOf(
  title: string,
  { url, text }: { url: string; text: string },
  { lang, brand, region }: Texts,
): Markup {
  return html`<meta name="description" content="${text}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="${brand} · ${region}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${text}">
<meta property="og:url" content="${url}">
<meta property="og:locale" content="${lang === 'en' ? 'en_GB' : 'id_ID'}">
<meta name="twitter:card" content="summary">`;
}

export const noPage = (texts: Texts): string =>
  frame(texts, {
    title: texts.notFound,
    path: '/lacak',
    content: html`<section class="card"><h1>${texts.notFound}</h1><p>${texts.notFoundText}</p>
<p><a href="${inLang('/lacak', texts)}">${texts.search.title}</a></p></section>`,
  });

export const awayPage = (texts: Texts): string =>
  frame(texts, {
    title: texts.away,
    path: '/lacak',
    content: html`<section class="card"><h1>${texts.away}</h1><p>${texts.awayText}</p></section>`,
  });

export const elsewherePage = (texts: Texts): string =>
  frame(texts, {
    title: texts.search.title,
    path: '/lacak',
    content: html`<section class="card"><h1>${texts.search.title}</h1><p>${texts.search.elsewhere}</p>
<p><a href="${inLang('/lacak', texts)}">${texts.search.title}</a></p></section>`,
  });
