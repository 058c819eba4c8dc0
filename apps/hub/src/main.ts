import 'reflect-metadata';
import { once } from 'node:events';
import { EnvError, readEnv } from '#config/env';
import { startHub } from './start.ts';

/** npm hands on the signal that a terminal or systemd has sent to all already: only a later one is a second one. */
const SAME_SIGNAL_MS = 700;

const stopping = new AbortController();
const { signal } = stopping;
let stoppedAt = 0;

function stop(): void {
  if (!signal.aborted) {
    stoppedAt = performance.now();
    stopping.abort();
  } else if (performance.now() - stoppedAt > SAME_SIGNAL_MS) process.exit(130);
}
for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, stop);

try {
  const env = readEnv();
  const hub = await startHub(env, undefined, undefined, signal);
  console.log(`Simpul Aduan siap di ${hub.url} (API: ${hub.url}/api/docs)`);
  if (!env.HUB_PUBLIC_URL) {
    const { publicUrl } = hub.runtime.hub;
    console.warn(
      `HUB_PUBLIC_URL belum diisi: tautan bagi warga dan platform menunjuk ${publicUrl}, hanya di mesin ini.`,
    );
  }
  if (!signal.aborted) await once(signal, 'abort');
  await hub.stop().finally(() => process.exit(0));
} catch (error) {
  if (signal.aborted) process.exit(0);
  // A fault that a person can mend is shown as plain text; anything else keeps its stack.
  const isPlain =
    error instanceof Error && (error instanceof EnvError || /^(ProfileError|KeyError|StartError)$/.test(error.name));
  console.error(isPlain ? `Simpul Aduan tidak dapat dimulai.\n${error.message}` : error);
  process.exit(1);
}
