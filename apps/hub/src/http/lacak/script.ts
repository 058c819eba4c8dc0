import { createHash } from 'node:crypto';

/**
 * What makes an open page live; without it the page is whole, it only has to be loaded again.
 *
 * A region is exchanged only where it holds nothing that somebody is typing. An answer other than
 * a stream (a hub that stops, a database that is away) ends an EventSource for good, so it is made anew by hand.
 */
export const SCRIPT = `'use strict';
(() => {
  const news = document.getElementById('kabar');
  const state = document.getElementById('langsung');
  if (!news || !state || !window.EventSource) return;
  let version = news.dataset.version;
  let wait = 1000;
  const listen = () => {
    const url = news.dataset.events;
    const source = new EventSource(url + (url.includes('?') ? '&' : '?') + 'seen=' + version);
    source.onopen = () => { wait = 1000; state.textContent = state.dataset.on; };
    source.addEventListener('news', (event) => {
      version = event.lastEventId;
      const fresh = new DOMParser().parseFromString(event.data, 'text/html').body;
      news.replaceChildren(...fresh.childNodes);
      const hero = news.querySelector('[data-news]');
      state.textContent = hero?.dataset.news ?? '';
      const form = document.querySelector('#pelapor[data-act]');
      const changed = document.getElementById('berubah');
      if (form && changed) changed.hidden = form.dataset.act === hero?.dataset.act;
    });
    source.addEventListener('gone', () => { source.close(); location.reload(); });
    source.onerror = () => {
      state.textContent = state.dataset.lost;
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(listen, wait + Math.random() * wait);
      wait = Math.min(wait * 2, 30000);
    };
  };
  listen();
})();
`;

/** A changed script has another address, so browsers may keep this one for good. */
export const SCRIPT_PATH = `/lacak/lacak.js?v=${createHash('sha256').update(SCRIPT).digest('hex').slice(0, 12)}`;
