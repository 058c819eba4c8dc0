import { createHash } from 'node:crypto';

export const STYLE = `
:root{color-scheme:light dark;--ink:#1b2733;--dim:#52606d;--line:#d7dee6;--paper:#fff;--back:#f2f5f8;--mark:#0b5c8a}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--dim:#a3b1bf;--line:#33414f;--paper:#182029;--back:#0f151b;--mark:#6cb8e6}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--ink);font:1rem/1.55 system-ui,sans-serif}
header,main,footer{max-width:42rem;margin:0 auto;padding:1rem}
header{color:var(--dim);font-size:.9rem;border-bottom:3px solid var(--mark)}
header b{color:var(--ink)}
section{background:var(--paper);border:1px solid var(--line);border-radius:.6rem;padding:1rem 1.1rem;margin:1rem 0}
h1{font-size:1.35rem;margin:.2rem 0}h2{font-size:1.05rem;margin:0 0 .6rem}
.badge{display:inline-block;background:var(--mark);color:var(--paper);border-radius:1rem;padding:.1rem .75rem;font-weight:600}
.said{white-space:pre-line;overflow-wrap:anywhere;unicode-bidi:isolate;margin:.35rem 0 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1rem;margin:.8rem 0 0}
dt,time,footer{color:var(--dim)}dd{margin:0;overflow-wrap:anywhere}
ol{list-style:none;margin:0;padding:0}
ol li{border-left:2px solid var(--line);padding:0 0 1.1rem 1rem;position:relative}
ol li::before{content:"";position:absolute;left:-.42rem;top:.5rem;width:.7rem;height:.7rem;border-radius:50%;background:var(--mark)}
ol li:last-child{padding-bottom:0}
li strong{display:block;overflow-wrap:anywhere}time,footer{font-size:.88rem}
a{color:var(--mark)}
@media print{body{background:#fff}section{border:0;padding:0}}
`;

/** Nothing but this very style: no script, no picture, no form, no frame. */
export const CONTENT_POLICY = [
  `default-src 'none'`,
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');
