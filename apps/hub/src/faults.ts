/** What a person at the terminal can mend: its message is said without a stack. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** An address that can't be listened on, in plain words; anything else as it is. */
export function listenFault(error: unknown, port: number, host: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall !== 'listen') return error;
  return new StartError(
    code === 'EADDRINUSE'
      ? `Port ${port} sudah dipakai proses lain. Hentikan proses itu, atau pilih port lain dengan variabel PORT.`
      : `Port ${port} di ${host} tidak dapat dibuka (${code}). Ubah dengan variabel PORT atau HOST.`,
  );
}
