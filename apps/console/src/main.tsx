import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './style.css';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { nonce } from './nonce.ts';
import { recall } from './session/session.ts';
import { loadWords } from './words/words.ts';

// What locks the page behind a dialog writes a style element of its own.
setNonce(nonce);
const place = document.getElementById('console');
if (!place) throw new Error('The page has no place for the console');
await Promise.all([loadWords(), recall()]);
// Somebody may have signed in, anew or as another, in the tab that was looked at meanwhile.
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void recall();
});
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
