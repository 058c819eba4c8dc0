export const STYLE = `
:root { color-scheme: light dark; --ink: #1b2733; --soft: #5b6b7b; --line: #dde4ea; --paper: #fff; --ground: #f4f6f8;
  --accent: #0b6e69; --accent-soft: #e2f1f0; --warn: #fff3d1; --warn-ink: #6b4a00; --bad: #fde3df; --bad-ink: #8c2413; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebf0; --soft: #9aa9b8; --line: #2c3843; --paper: #182029;
  --ground: #10161c; --accent: #5cc4bd; --accent-soft: #17393a; --warn: #3b2f10; --warn-ink: #f3d48a; --bad: #47201a; --bad-ink: #ffb7aa; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
.banner { margin: 0; padding: .5rem 1rem; background: var(--warn); color: var(--warn-ink); text-align: center; font-size: .9rem; }
header, main { max-width: 68rem; margin: 0 auto; padding: 0 1rem; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.5rem; padding-top: 1.25rem; padding-bottom: 1rem; }
h1 { margin: 0; font-size: 1.35rem; letter-spacing: -.01em; }
h2 { margin: 1.5rem 0 .6rem; font-size: 1rem; overflow-wrap: anywhere; }
nav { display: flex; flex-wrap: wrap; gap: .4rem; }
nav a { padding: .4rem .9rem; border-radius: 99px; color: inherit; text-decoration: none; border: 1px solid var(--line); background: var(--paper); }
nav a[aria-current] { background: var(--accent); border-color: var(--accent); color: var(--paper); font-weight: 600; }
main { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 1.5rem; padding-bottom: 4rem; align-items: start; }
.facts, article, .play { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; }
.facts { padding: .75rem 1rem; }
dl { display: flex; gap: 1.25rem; margin: 0; }
dt { color: var(--soft); font-size: .78rem; line-height: 1.3; }
dd { margin: 0; font-size: 1.3rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.url { margin: .35rem 0 0; color: var(--soft); font: .8rem ui-monospace, monospace; overflow-wrap: anywhere; }
.cases { list-style: none; margin: 0; padding: 0; display: grid; gap: .4rem; max-height: 65vh; overflow-y: auto; }
.cases a { display: flex; justify-content: space-between; align-items: start; gap: .75rem; padding: .65rem .85rem; border: 1px solid var(--line);
  border-radius: 8px; background: var(--paper); color: inherit; text-decoration: none; }
.cases a:hover { border-color: var(--accent); }
.cases a[aria-current] { border-color: var(--accent); background: var(--accent-soft); }
.title { min-width: 0; overflow-wrap: anywhere; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.status { flex: none; padding: .1rem .55rem; border-radius: 99px; background: var(--accent-soft); color: var(--accent); font-size: .8rem; font-weight: 600; white-space: nowrap; }
.status.bad { background: var(--bad); color: var(--bad-ink); }
article { padding: 1rem 1.1rem; }
article h2 { margin: 0 0 .75rem; }
.history { list-style: none; margin: 0; padding: 0 0 0 1rem; border-left: 2px solid var(--line); display: grid; gap: .7rem; }
.history li { position: relative; overflow-wrap: anywhere; white-space: pre-line; }
time { display: block; color: var(--soft); font-size: .8rem; font-variant-numeric: tabular-nums; }
.history li::before { content: ''; position: absolute; left: -1.38rem; top: .5em; width: .6rem; height: .6rem; border-radius: 50%; background: var(--accent); }
.history .ours { padding: .5rem .75rem; border-radius: 8px; background: var(--accent-soft); }
.history .ours::before { top: 1em; }
.history a { color: var(--accent); }
.play { margin-top: .5rem; }
.switches { margin-top: 1.5rem; }
summary { padding: .65rem 1rem; cursor: pointer; font-weight: 600; }
form { display: grid; grid-template-columns: repeat(auto-fill, minmax(10.5rem, 1fr)); gap: .75rem; padding: 0 1rem 1rem; }
.wide, button, .hint, .switches label { grid-column: 1 / -1; }
label { display: grid; gap: .25rem; }
label span { font-size: .88rem; color: var(--soft); }
label em { font-style: normal; font-size: .75rem; color: var(--accent); }
.switches label { grid-template-columns: minmax(0, 1fr) 6rem; align-items: center; }
.switches label span { color: inherit; }
input, select, textarea { width: 100%; padding: .5rem .6rem; font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line); border-radius: 6px; }
button { justify-self: start; padding: .5rem 1.1rem; font: inherit; font-weight: 600; color: var(--paper); background: var(--accent); border: 0; border-radius: 6px; cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.empty, .hint { margin: 0; color: var(--soft); font-size: .92rem; }
#notice { position: fixed; left: 1rem; right: 1rem; bottom: 1rem; max-width: 32rem; margin: 0 auto; padding: .75rem 1rem; border-radius: 8px; background: var(--bad); color: var(--bad-ink); }
@media (max-width: 44rem) { main { grid-template-columns: minmax(0, 1fr); } main.has-case .case { order: -1; } }
`;
