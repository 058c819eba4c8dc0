import { createServer } from 'node:net';

/** A port that will be opened, and the variable that chooses it. */
export interface Wanted {
  variable: string;
  port: number;
  host: string;
}

/** Its message is a sentence for the person at the terminal. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

/** Throws {@link PortError} with every port that can't be opened, before anything is started. */
export async function checkPorts(wanted: readonly Wanted[]): Promise<void> {
  const faults: string[] = [];
  for (const [index, { variable, port, host }] of wanted.entries()) {
    const twin = wanted.slice(0, index).find((other) => other.port === port && port !== 0);
    if (twin) faults.push(`${variable} dan ${twin.variable} sama-sama ${port}; beri ${variable} port lain.`);
    else if (port !== 0) faults.push(...(await faultOf(variable, port, host)));
  }
  if (faults.length > 0) throw new PortError(faults.join('\n'));
}

async function faultOf(variable: string, port: number, host: string): Promise<string[]> {
  const code = await new Promise<string | undefined>((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'gagal'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
  if (code === undefined) return [];
  if (code !== 'EADDRINUSE')
    return [`Port ${port} di ${host} tidak dapat dibuka (${code}); ubah dengan variabel ${variable}.`];
  const other = port < 65_000 ? port + 1 : port - 1;
  return [
    `Port ${port} sudah dipakai proses lain. Hentikan proses itu, atau pilih port lain: ${variable}=${other} npm start`,
  ];
}
