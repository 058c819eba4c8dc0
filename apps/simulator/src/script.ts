/** Keeps what others change up to date, and shows a refusal beside the form instead of a bare page. */
export const SCRIPT = `
const notice = document.getElementById('notice');
async function refresh() {
  const answer = await fetch(location.href).catch(() => null);
  if (!answer || !answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = fresh.getElementById(part.id);
    if (next && next.innerHTML !== part.innerHTML) part.innerHTML = next.innerHTML;
  }
}
setInterval(() => { if (!document.hidden) void refresh(); }, 3000);
document.addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) }).catch(() => null);
  if (answer && answer.ok) { location.assign(answer.url); return; }
  notice.textContent = answer ? (await answer.json()).detail : 'Simulator tidak menjawab.';
  notice.hidden = false;
  setTimeout(() => { notice.hidden = true; }, 6000);
});
`;
