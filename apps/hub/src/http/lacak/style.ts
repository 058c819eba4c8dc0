import { createHash } from 'node:crypto';

export const STYLE = `
:root{color-scheme:light dark;--ink:#17252f;--dim:#4d5d69;--line:#d5dde3;--paper:#fff;--back:#eff3f4;--mark:#0b6158;--soft:#e2f0ed;--warn:#8a3b12;--warnsoft:#fbeee4}
@media(prefers-color-scheme:dark){:root{--ink:#e4ecf1;--dim:#a4b4bf;--line:#31404b;--paper:#172128;--back:#0e151a;--mark:#74cfc0;--soft:#16332f;--warn:#f0ab80;--warnsoft:#35241a}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--back);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:break-word}
header,main,footer{max-width:44rem;margin:0 auto;padding:0 1rem}
header{display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between;align-items:center;padding-top:.9rem;padding-bottom:.4rem}
.brand{color:var(--dim);text-decoration:none;font-size:.85rem;line-height:1.35;padding:.2rem 0}.brand span{display:block}.brand b{font-size:1.02rem;color:var(--mark);font-weight:700}
.lang{padding:.3rem 0;font-size:.9rem}
main{outline:0}
footer{color:var(--dim);font-size:.88rem;padding-bottom:2.5rem}
a{color:var(--mark);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--mark);outline-offset:2px;border-radius:.2rem}
.skip{position:absolute;left:-99rem;top:.5rem;background:var(--paper);padding:.5rem 1rem;z-index:1}.skip:focus{left:.5rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.card{background:var(--paper);border:1px solid var(--line);border-radius:.9rem;padding:1.1rem 1.2rem;margin:.9rem 0}
.hero{border-top:.3rem solid var(--mark)}
h1{font-size:1.3rem;line-height:1.3;margin:0 0 .5rem;letter-spacing:-.01em}
h2{font-size:1.05rem;line-height:1.35;margin:0 0 .6rem}p+h2,ul+h2{margin-top:1.1rem}
p{margin:.5rem 0}
.badge{display:inline-block;background:var(--soft);color:var(--mark);border-radius:2rem;padding:.15rem .85rem;margin:0;font-weight:700;font-size:.95rem}
.s-needs_info,.s-rejected{background:var(--warnsoft);color:var(--warn)}
.standing{font-size:1.12rem;line-height:1.45;margin:.7rem 0}
.said{white-space:pre-line;overflow-wrap:anywhere;unicode-bidi:isolate}
.turn{background:var(--soft);border-radius:.6rem;padding:.55rem .8rem;margin:.9rem 0 .1rem}
.dim,dt,time{color:var(--dim)}time,.dim{font-size:.88rem}
dl{display:grid;grid-template-columns:fit-content(9.5rem) 1fr;gap:.35rem 1rem;margin:.8rem 0 0}
dd{margin:0;overflow-wrap:anywhere}dd time{color:inherit;font-size:1rem}
ol{list-style:none;margin:0;padding:0}ul{margin:.4rem 0;padding-left:1.3rem}
.steps{display:grid;grid-template-columns:repeat(4,1fr);margin:1.1rem 0 .2rem;font-size:.85rem;text-align:center;color:var(--dim)}
.steps li{position:relative;padding-top:1.5rem}
.steps li::before{content:"";position:absolute;top:.42rem;left:-50%;width:100%;height:.16rem;background:var(--line)}
.steps li:first-child::before{display:none}
.steps li::after{content:"";position:absolute;top:0;left:50%;margin-left:-.5rem;width:1rem;height:1rem;border-radius:50%;background:var(--paper);border:.16rem solid var(--line);z-index:1}
.steps .done::after{background:var(--mark);border-color:var(--mark)}
.steps .done::before,.steps .now::before{background:var(--mark)}
.steps .now{color:var(--ink);font-weight:700}.steps .now::after{border-color:var(--mark);box-shadow:0 0 0 .25rem var(--soft)}
.line li{border-left:.13rem solid var(--line);padding:0 0 1.2rem 1.1rem;margin-left:.35rem;position:relative}
.line li::before{content:"";position:absolute;left:-.42rem;top:.5rem;width:.7rem;height:.7rem;border-radius:50%;background:var(--paper);border:.15rem solid var(--mark)}
.line li:first-child::before{background:var(--mark)}
.line li:last-child{padding-bottom:0}
.line strong{display:block;overflow-wrap:anywhere;line-height:1.4}.line .dim{display:block}
.files{display:flex;flex-wrap:wrap;gap:.6rem;margin:.6rem 0 0}.files a{max-width:100%;font-size:.88rem}.files p{margin:0;align-self:end}
img{display:block;border:1px solid var(--line);border-radius:.5rem;background:var(--soft);object-fit:cover;margin-bottom:.2rem}
.live{color:var(--dim);font-size:.88rem;min-height:1.5rem;margin:.2rem .2rem}
.tools{margin:.2rem .2rem 1rem;font-size:.95rem}
label{display:block;font-weight:600;margin:1rem 0 .15rem}
.hint{display:block;color:var(--dim);font-size:.88rem;font-weight:400}
input,textarea{font:inherit;color:inherit;background:var(--back);border:1px solid var(--dim);border-radius:.5rem;padding:.55rem .7rem;width:100%;max-width:100%}
button{font:inherit;font-weight:700;color:var(--paper);background:var(--mark);border:0;border-radius:.6rem;padding:.65rem 1.3rem;margin-top:1rem;cursor:pointer;min-height:2.75rem}
.choice{display:flex;align-items:baseline;gap:.55rem;font-weight:400;margin:.15rem 0;padding:.3rem 0}.choice input{width:auto;accent-color:var(--mark);transform:scale(1.25);flex:none}
fieldset{border:0;margin:1rem 0 0;padding:0}legend{font-weight:600;padding:0}
.score{display:flex;flex-wrap:wrap;gap:.2rem 1rem}.score legend{width:100%}
h3{font-size:1rem;margin:.9rem 0 0}
.leave{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.2rem 1rem;border-top:1px solid var(--line);margin-top:1.3rem;padding-top:.4rem}
.quiet{background:none;color:var(--mark);border:1px solid var(--mark);margin:.4rem 0;padding:.4rem 1rem}
.d-overdue,.d-late,.d-due_soon{color:var(--warn);font-weight:600}.d-met{color:var(--mark)}
.sent{background:var(--soft);border-radius:.6rem;padding:.6rem .85rem}
table{width:100%;border-collapse:collapse;font-size:.95rem}th,td{text-align:left;padding:.4rem .2rem;border-bottom:1px solid var(--line);font-weight:400}thead th{font-weight:600;color:var(--dim)}.n{text-align:right;font-variant-numeric:tabular-nums}
.error{background:var(--warnsoft);color:var(--warn);border-radius:.6rem;padding:.6rem .85rem;font-weight:600}
@media(max-width:30rem){.steps{font-size:.78rem}dl{column-gap:.75rem}}
@media(prefers-reduced-motion:no-preference){.card{transition:border-color .2s}}
@media print{:root{--ink:#000;--dim:#333;--line:#999;--paper:#fff;--back:#fff;--mark:#000;--soft:#fff;--warnsoft:#fff;--warn:#000}
.lang,.tools,.live,.skip,.acts{display:none}.card{border:0;border-top:1px solid #999;border-radius:0;padding:.6rem 0;margin:0;break-inside:auto}
.line li{break-inside:avoid}.badge,.turn{border:1px solid #333}header{border-bottom:2px solid #000}}
`;

/** Two places with one line between them: a knot (simpul). */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0b6158"/><path d="M9 22c0-9 14-3 14-12" fill="none" stroke="#fff" stroke-width="3"/><circle cx="9" cy="22" r="4" fill="#fff"/><circle cx="23" cy="10" r="4" fill="#fff"/></svg>`;

/** Nothing but this very style, this very script, the hub's own pictures and forms that lead back here. */
export const CONTENT_POLICY = [
  `default-src 'none'`,
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  `script-src 'self'`,
  `connect-src 'self'`,
  `img-src 'self'`,
  `base-uri 'none'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
].join('; ');
