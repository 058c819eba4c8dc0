import { rmSync } from 'node:fs';

export default async () => {
  const { server, base, guard } = globalThis.__postgres;
  guard.kill('SIGKILL');
  await server.stop();
  for (const folder of [server.dir, base]) rmSync(folder, { recursive: true, force: true });
};
