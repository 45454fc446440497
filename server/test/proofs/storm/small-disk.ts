import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own, in memory, that can be filled to the last byte. */
export interface SmallDisk {
  directory: string;
  freeMegabytes(): number;
  /** Takes all the room that is left. */
  fill(): void;
  /** Gives back what `fill` took. */
  free(): void;
  /** Also when something still uses it. */
  unmount(): void;
}

const BLOCK = Buffer.alloc(64 * 1024, 1);

/** @returns the reason when this machine does not let us mount one */
export function mountSmallDisk(megabytes: number): SmallDisk | string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux may mount a disk';
  const directory = mkdtempSync(join(tmpdir(), 'foyer-storm-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'foyer-storm', directory], { stdio: 'pipe' });
  } catch (error) {
    rmSync(directory, { recursive: true });
    return `no disk could be mounted: ${error instanceof Error ? error.message.trim() : String(error)}`;
  }
  // The database's user passes through.
  chmodSync(directory, 0o711);
  const ballast = join(directory, 'ballast');
  let isMounted = true;
  const unmount = (): void => {
    if (!isMounted) return;
    isMounted = false;
    execFileSync('umount', ['-l', directory]);
    rmSync(directory, { recursive: true, force: true });
  };
  process.on('exit', unmount);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));
  return {
    directory,
    freeMegabytes: () => {
      const { bavail, bsize } = statfsSync(directory);
      return (bavail * bsize) / 1024 / 1024;
    },
    fill: () => {
      mkdirSync(ballast, { recursive: true });
      const file = openSync(join(ballast, String(performance.now())), 'w');
      try {
        while (writeSync(file, BLOCK) > 0);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      } finally {
        // A file that is open keeps its room when it is removed.
        closeSync(file);
      }
    },
    free: () => rmSync(ballast, { recursive: true, force: true }),
    unmount,
  };
}
