import { type ChildProcess, spawn } from 'node:child_process';

/** Runs `script` when this process is gone, however it went; `dismiss` when that is no longer wanted. */
export function guard(script: string, ...args: string[]): { dismiss: () => void } {
  const child: ChildProcess = spawn('/bin/sh', ['-c', `cat > /dev/null; ${script}`, ...args], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();
  return { dismiss: () => void child.kill('SIGKILL') };
}
