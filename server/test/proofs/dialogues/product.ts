import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { clusterDirectoryOf } from '#platform/db/embedded/cluster.ts';
import { type Connection, connectionTo } from '#platform/db/embedded/database-server.ts';
import { plainEnvironment, REPOSITORY } from '../../processes/checkout.ts';

export interface Product {
  url: string;
  serverPid: number;
  databasePid: number;
  /** As the database's superuser, from outside the product. */
  database: Connection;
  /** Warnings and errors of its log. */
  complaints: string[];
  stop(): Promise<void>;
}

const PATIENCE_MS = 60_000;
const COMPLAINT = /^\S+ +(warn|error)\b/i;

export interface ProductOptions {
  /** Another place than one among the temporary files. */
  dataDirectory?: string;
  /** Wins over ours. */
  environment?: Record<string, string>;
  /** Told of every line that the server prints. */
  onLine?: (line: string) => void;
}

/** Runs the product as a process of its own, with its own PostgreSQL in a fresh data directory, on a free loopback port. */
export async function startProduct(modelBaseUrl: string, options: ProductOptions = {}): Promise<Product> {
  const home = mkdtempSync(join(tmpdir(), 'foyer-dialogues-'));
  const dataDirectory = options.dataDirectory ?? join(home, 'data');
  const server = spawn(process.execPath, [join(REPOSITORY, 'server/src/app/main.ts')], {
    cwd: home,
    env: { ...plainEnvironment(home), ...environment(modelBaseUrl, dataDirectory), ...options.environment },
    // The channel tells it when we are gone.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { stdout, stderr, pid } = server;
  if (!stdout || !stderr || pid === undefined) throw new Error('The server could not be started.');

  const complaints: string[] = [];
  const ready = Promise.withResolvers<string>();
  for (const stream of [stdout, stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      options.onLine?.(line);
      const url = /^Foyer is ready: (\S+)/.exec(line)?.[1];
      if (url !== undefined) ready.resolve(url);
      else if (COMPLAINT.test(line)) complaints.push(line);
    });
  }
  const exit = once(server, 'exit');
  exit.then(([code]) => ready.reject(new Error(`The server ended with ${code}: ${complaints.join('\n')}`)));
  const timer = setTimeout(() => ready.reject(new Error(`The server was not ready after ${PATIENCE_MS} ms.`)), PATIENCE_MS);

  const stop = async (): Promise<void> => {
    clearTimeout(timer);
    if (server.exitCode === null && server.signalCode === null) server.kill('SIGTERM');
    await exit;
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const url = await ready.promise;
    clearTimeout(timer);
    return { url, serverPid: pid, ...databaseIn(dataDirectory), complaints, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Empty variables count as not set; they keep the developer's own `.env` out. */
const environment = (modelBaseUrl: string, dataDirectory: string): Record<string, string> => ({
  NODE_ENV: 'development',
  PORT: '0',
  HOST: '127.0.0.1',
  FOYER_DATA_DIR: dataDirectory,
  FOYER_PUBLIC_URL: '',
  FOYER_ROLE: 'all',
  FOYER_DEMO: 'true',
  DATABASE_URL: '',
  DB_HOST: '',
  REDIS_URL: '',
  REDIS_HOST: '',
  SMTP_URL: '',
  OPENAI_BASE_URL: modelBaseUrl,
  OPENAI_API_KEY: 'anything',
  OPENAI_MODEL: 'gpt-4.1-mini',
  // The model server counts what it is asked for, and that is answers.
  FOYER_SECOND_OPINION: 'off',
  LOG_LEVEL: 'warn',
});

/** PostgreSQL writes down where it listens and who it is. */
function databaseIn(dataDirectory: string): { databasePid: number; database: Connection } {
  const folder = join(dataDirectory, 'postgres');
  const [pid = '', , , , socketDirectory = ''] = readFileSync(join(clusterDirectoryOf(folder), 'postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(join(folder, 'password'), 'utf8').trim();
  return { databasePid: Number(pid), database: connectionTo(socketDirectory, password) };
}
