import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { guard } from './guard.ts';

const PIECE = Buffer.alloc(64 * 1024);

/** A disk of a few megabytes that can be filled to its last byte. */
export class SmallDisk {
  private constructor(
    private readonly mountPoint: string,
    private readonly dismiss: () => void,
  ) {}

  /** `null` where the machine lets nobody mount one. */
  static mount(mebibytes: number): SmallDisk | null {
    const mountPoint = mkdtempSync(path.join(tmpdir(), 'simpul-aduan-disk-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=755`, 'tmpfs', mountPoint], {
        stdio: 'ignore',
      });
    } catch {
      rmSync(mountPoint, { recursive: true, force: true });
      return null;
    }
    const watch = guard('umount -l "$0"; rmdir "$0"', mountPoint);
    return new SmallDisk(mountPoint, watch.dismiss);
  }

  /** A folder on it that belongs to whoever owns `like`. */
  folderLike(like: string): string {
    const folder = path.join(this.mountPoint, 'data');
    mkdirSync(folder, { recursive: true });
    const { uid, gid } = statSync(like);
    chownSync(folder, uid, gid);
    return folder;
  }

  fill(): void {
    try {
      for (;;) writeFileSync(this.ballast, PIECE, { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }

  free(): void {
    rmSync(this.ballast, { force: true });
  }

  unmount(): void {
    execFileSync('umount', ['-l', this.mountPoint]);
    rmSync(this.mountPoint, { recursive: true, force: true });
    this.dismiss();
  }

  private get ballast(): string {
    return path.join(this.mountPoint, 'ballast');
  }
}
