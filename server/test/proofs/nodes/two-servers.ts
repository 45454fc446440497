import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { systemClock } from '#platform/clock.ts';
import { startEmbeddedPostgres } from '#platform/db/embedded/embedded-postgres.ts';
import { ownedByOrdinaryUser } from '#platform/db/embedded/ordinary-owner.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import { environmentOf, serverCommand } from '#test/chaos/installation.ts';
import { keepRunning, type Unit } from '#test/chaos/unit.ts';
import { freePort, healthOf } from '#test/processes/chain.ts';
import { REPOSITORY } from '#test/processes/checkout.ts';
import { until } from '#test/processes/process-tree.ts';

/** Two server processes on one database. */
export interface TwoServers {
  readonly ports: readonly number[];
  /** As a superuser, behind the product's back. */
  database: pg.ClientConfig;
  logFile: string;
  /** Starts both at the same moment; they have nothing in common but the database, the secrets and, when given, a Redis. */
  start(options: { redisUrl: string | undefined; publicUrl: string }): Promise<void>;
  /** Ends both in an orderly way. */
  end(): Promise<void>;
  /** Resolves when both say that live messages reach the other. */
  untilLinked(): Promise<void>;
  readonly problems: string[];
  /** Ends the database too. */
  stop(): Promise<void>;
  remove(): void;
}

const PATIENCE_MS = 60_000;

export async function prepareTwoServers(modelUrl: string): Promise<TwoServers> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'foyer-nodes-')));
  // The database's user passes through.
  chmodSync(folder, 0o711);
  const database = await startEmbeddedPostgres({
    dataDirectory: join(folder, 'given'),
    logger: silentLogger,
    clock: systemClock,
    // Nothing kills this database, and when something was committed is one of the figures.
    settings: { max_connections: '150', fsync: 'off', track_commit_timestamp: 'on' },
  });
  const owner = await ownedByOrdinaryUser(database.connection);
  const databaseUrl = `postgresql://${owner.user}:${encodeURIComponent(owner.password)}@/${owner.database}?host=${encodeURIComponent(owner.host)}&port=${owner.port}`;
  const ports = [await freePort(), await freePort()];
  const logFile = join(folder, 'log');
  const problems: string[] = [];
  let units: Unit[] = [];

  const end = async () => {
    await Promise.all(units.map((unit) => unit.stop()));
    problems.push(...units.flatMap((unit) => unit.problems));
    units = [];
  };

  return {
    ports,
    database: database.connection,
    logFile,
    problems,
    start: async ({ redisUrl, publicUrl }) => {
      units = ports.map((port, index) =>
        keepRunning({
          name: `node ${index}`,
          ...serverCommand(REPOSITORY),
          directory: folder,
          environment: {
            ...environmentOf(join(folder, `node-${index}`), modelUrl),
            PORT: String(port),
            DATABASE_URL: databaseUrl,
            REDIS_URL: redisUrl ?? '',
            FOYER_PUBLIC_URL: publicUrl,
            FOYER_DEMO: 'true',
          },
          logFile,
          hasChannel: true,
        }),
      );
      for (const port of ports)
        await until(`a server to be healthy (its log: ${logFile})`, async () => (await healthOf(port)) === 200, PATIENCE_MS);
    },
    end,
    untilLinked: async () => {
      for (const port of ports) await until('a server to have Redis', () => isLinked(port), PATIENCE_MS);
    },
    stop: async () => {
      await end();
      await database.stop();
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

async function isLinked(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/status`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
  if (!response) return false;
  const { services } = (await response.json()) as { services: { redis?: string } };
  return services.redis === 'connected';
}
