/** What the hub's content policy lets style elements through with; a new one for each page. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
