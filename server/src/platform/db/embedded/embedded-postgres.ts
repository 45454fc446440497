import { existsSync } from 'node:fs';
import { chmod, mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '#platform/clock.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { chooseRunner } from './choose-runner.ts';
import { clusterDirectoryOf, prepareCluster } from './cluster.ts';
import { lockDataDirectory } from './data-directory-lock.ts';
import { type Connection, connectionTo, ensureDatabase, launchServer } from './database-server.ts';
import { dataDirectoryUnusable } from './embedded-postgres.errors.ts';
import { stopLeftover } from './leftover.ts';
import { mendOwnership } from './ownership.ts';
import { prepareSocketDirectory, removeSocketDirectory } from './socket-directory.ts';
import { type ServerExit, type Supervisor, superviseServer } from './supervise-server.ts';

export interface EmbeddedPostgresOptions {
  /** Made when it is missing. PostgreSQL’s part of it is the folder `postgres`. */
  dataDirectory: string;
  logger: Logger;
  clock: Clock;
  /** The directory with `postgres` and `initdb`, instead of the npm package’s. */
  binaries?: string;
  /** PostgreSQL settings that win over ours. */
  settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  readonly connection: Connection;
  /** Such as `18.4`. */
  readonly version: string;
  /** The main process; another one after a restart. */
  readonly pid: number | undefined;
  readonly watchdogPid: number | undefined;
  /** `restarting` from the moment that the database died until it takes connections again. */
  readonly status: 'ready' | 'restarting' | 'stopped';
  /** Told of every unwanted end; the database is then being restarted. Returns the way to unsubscribe. */
  onExit(listener: (exit: ServerExit) => void): () => void;
  stop(): Promise<void>;
}

// PostgreSQL keeps paths in 1024 bytes, and adds to them.
const LONGEST_CLUSTER_PATH_BYTES = 960;

/**
 * Our own PostgreSQL on a data directory: made on first use, private (a Unix socket, a generated password), ended with this
 * process however that dies, and started again when it dies itself.
 * @throws {AppError} DATA_DIRECTORY_IN_USE and the others of embedded-postgres.errors.ts
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDirectory = await makeDataDirectory(options.dataDirectory);
  const lock = await lockDataDirectory(dataDirectory);
  let supervisor: Supervisor | undefined;
  try {
    const prepared = await prepare(dataDirectory, options);
    supervisor = await superviseServer(prepared.launch, options);
    await ensureDatabase(prepared.connection);
    return running(supervisor, prepared, async () => {
      await stopLeftover(clusterDirectoryOf(prepared.folder), options.clock);
      await removeSocketDirectory(prepared.folder, prepared.connection.host);
      await lock.release();
    });
  } catch (error) {
    await supervisor?.stop();
    await lock.release();
    throw error;
  }
}

const folderOf = (dataDirectory: string): string => join(dataDirectory, 'postgres');

type Prepared = Awaited<ReturnType<typeof prepare>>;

async function prepare(dataDirectory: string, { binaries, clock, logger, settings = {} }: EmbeddedPostgresOptions) {
  const folder = folderOf(dataDirectory);
  const cluster = clusterDirectoryOf(folder);
  if (Buffer.byteLength(cluster) > LONGEST_CLUSTER_PATH_BYTES)
    throw dataDirectoryUnusable(dataDirectory, 'its path is too long for PostgreSQL');

  const runner = await chooseRunner({ dataDirectory, folder, binDirectory: binaries });
  const stopped = await stopLeftover(cluster, clock);
  if (stopped > 0) logger.warn('a database left over from an earlier run was stopped', { processes: stopped });
  await mendOwnership(folder, runner.user);
  const password = await prepareCluster(folder, runner);
  const connection = connectionTo(await prepareSocketDirectory(folder, runner.user), password);
  return {
    folder,
    connection,
    version: runner.version,
    launch: async () => {
      await stopLeftover(cluster, clock);
      return launchServer({ folder, runner, connection, settings, logger });
    },
  };
}

function running(supervisor: Supervisor, { connection, version }: Prepared, release: () => Promise<void>): EmbeddedPostgres {
  let stopping: Promise<void> | undefined;
  return {
    connection,
    version,
    get pid() {
      return supervisor.server?.pid;
    },
    get watchdogPid() {
      return supervisor.server?.watchdogPid;
    },
    get status() {
      return supervisor.status;
    },
    onExit: supervisor.onExit,
    stop: () => {
      stopping ??= supervisor.stop().then(release);
      return stopping;
    },
  };
}

async function makeDataDirectory(path: string): Promise<string> {
  try {
    if (!existsSync(path)) {
      await mkdir(path, { recursive: true });
      // Others may pass through, as the database’s user has to; what is secret inside is closed by itself.
      await chmod(path, 0o711);
    }
    const directory = await realpath(path);
    await mkdir(folderOf(directory), { recursive: true, mode: 0o700 });
    return directory;
  } catch (error) {
    throw dataDirectoryUnusable(path, error instanceof Error ? error.message : 'it cannot be made', error);
  }
}
