import 'reflect-metadata';
import { EnvError, readEnv } from '#config/env';
import { startHub } from './start.ts';

try {
  const hub = await startHub(readEnv());
  console.log(`Simpul Aduan siap di ${hub.url} (API: ${hub.url}/api/docs)`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void hub.stop().finally(() => process.exit(0)));
} catch (error) {
  // A fault that a person can mend is shown as plain text; anything else keeps its stack.
  const isPlain =
    error instanceof Error && (error instanceof EnvError || /^(ProfileError|KeyError|NodeError)$/.test(error.name));
  console.error(isPlain ? `Simpul Aduan tidak dapat dimulai.\n${error.message}` : error);
  process.exit(1);
}
