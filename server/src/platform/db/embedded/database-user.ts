import type { Command } from './run-program.ts';

/** The way in which PostgreSQL, which refuses root, runs as somebody else. */
export interface DatabaseUser {
  mechanism: 'self' | 'switched-user' | 'user-namespace' | 'capability';
  /** Who owns its files, as seen from outside. */
  ownerUid: number;
  ownerGid: number;
  command(file: string, args: string[]): Command;
}

// “nobody”, which every system has.
const NOBODY = 65534;

/**
 * Whom to try, the plainest first. An ordinary user runs it as itself. Root switches to another user; where that one cannot reach
 * the files (a checkout under /root), it looks like another user inside a namespace and stays root outside; where namespaces are
 * not allowed, another user gets the one capability of passing through closed directories.
 */
export function databaseUserCandidates(currentUid = process.getuid?.(), currentGid = process.getgid?.()): DatabaseUser[] {
  if (currentUid !== 0) {
    return [{ mechanism: 'self', ownerUid: currentUid ?? 0, ownerGid: currentGid ?? 0, command: (file, args) => ({ file, args }) }];
  }
  const nobody = { ownerUid: NOBODY, ownerGid: NOBODY };
  const namespace = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];
  const capability = '+dac_read_search';
  const switching = [
    `--reuid=${NOBODY}`,
    `--regid=${NOBODY}`,
    '--clear-groups',
    `--inh-caps=${capability}`,
    `--ambient-caps=${capability}`,
    '--',
  ];
  return [
    { mechanism: 'switched-user', ...nobody, command: (file, args) => ({ file, args, uid: NOBODY, gid: NOBODY }) },
    {
      mechanism: 'user-namespace',
      ownerUid: 0,
      ownerGid: 0,
      command: (file, args) => ({ file: 'unshare', args: [...namespace, file, ...args] }),
    },
    { mechanism: 'capability', ...nobody, command: (file, args) => ({ file: 'setpriv', args: [...switching, file, ...args] }) },
  ];
}
