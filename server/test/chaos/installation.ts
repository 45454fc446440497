import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { systemClock } from '#platform/clock.ts';
import { startEmbeddedPostgres } from '#platform/db/embedded/embedded-postgres.ts';
import { ownedByOrdinaryUser } from '#platform/db/embedded/ordinary-owner.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import { freePort, healthOf } from '#test/processes/chain.ts';
import { plainEnvironment } from '#test/processes/checkout.ts';
import { until } from '#test/processes/process-tree.ts';
import { ADMIN } from './front-desk.ts';
import type { Topology } from './plan.ts';
import { keepRunning, type Unit } from './unit.ts';

/** The product as real processes, on fixed ports and a data directory of its own. */
export interface Installation {
  topology: Topology;
  /** Where clients connect. */
  urls: string[];
  units: Unit[];
  webs: Unit[];
  workers: Unit[];
  /** As a superuser, behind the product's back. */
  database(): pg.ClientConfig;
  outboxDirectory: string;
  logFile: string;
  /** Resolves when every process that is not paused says that it is well. */
  untilHealthy(): Promise<void>;
  stop(): Promise<void>;
  remove(): void;
}

export interface InstallationOptions {
  topology: Topology;
  /** The checkout. */
  directory: string;
  modelUrl: string;
}

const HEALTHY_PATIENCE_MS = 60_000;

export async function startInstallation(options: InstallationOptions): Promise<Installation> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'foyer-chaos-')));
  // The database's user passes through.
  chmodSync(folder, 0o711);
  return options.topology === 'roles' ? startRoles(options, folder) : startWhole(options, folder);
}

async function startWhole({ topology, directory, modelUrl }: InstallationOptions, folder: string): Promise<Installation> {
  const port = await freePort();
  const unit = keepRunning({
    name: topology === 'npm' ? 'npm start' : 'the server',
    ...(topology === 'npm' ? { file: 'npm', args: ['start'] } : serverCommand(directory)),
    directory,
    environment: { ...environmentOf(folder, modelUrl), PORT: String(port) },
    logFile: join(folder, 'log'),
    hasChannel: topology !== 'npm',
  });
  return assemble({ topology, folder, units: [unit], ports: [port], webs: 1, database: () => embeddedDatabase(join(folder, 'data')) });
}

async function startRoles({ topology, directory, modelUrl }: InstallationOptions, folder: string): Promise<Installation> {
  const server = await startEmbeddedPostgres({
    dataDirectory: join(folder, 'given'),
    logger: silentLogger,
    clock: systemClock,
    settings: { max_connections: '150' },
  });
  const { host, port, user, password, database } = await ownedByOrdinaryUser(server.connection);
  const url = `postgresql://${user}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
  const ports: number[] = [];
  const units: Unit[] = [];
  for (const role of ['web', 'web', 'worker'] as const) {
    const own = await freePort();
    ports.push(own);
    units.push(
      keepRunning({
        name: `${role} ${ports.length}`,
        ...serverCommand(directory),
        directory,
        environment: { ...environmentOf(folder, modelUrl), PORT: String(own), FOYER_ROLE: role, DATABASE_URL: url },
        logFile: join(folder, 'log'),
        hasChannel: true,
      }),
    );
  }
  const installation = assemble({ topology, folder, units, ports, webs: 2, database: () => server.connection });
  return {
    ...installation,
    stop: async () => {
      await installation.stop();
      await server.stop();
    },
  };
}

export const serverCommand = (directory: string) => ({ file: process.execPath, args: [join(directory, 'server/src/app/main.ts')] });

export function environmentOf(folder: string, modelUrl: string): Record<string, string> {
  return {
    ...plainEnvironment(folder),
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
    HOST: '127.0.0.1',
    FOYER_DATA_DIR: join(folder, 'data'),
    FOYER_DEMO: 'off',
    FOYER_ADMIN_EMAIL: ADMIN.email,
    FOYER_ADMIN_PASSWORD: ADMIN.password,
    FOYER_MASTER_KEY: '0'.repeat(64),
    JWT_SECRET: 'access '.repeat(6),
    JWT_REFRESH_SECRET: 'refresh '.repeat(6),
    WIDGET_JWT_SECRET: 'widget '.repeat(6),
    FOYER_OUTBOUND_ALLOW: '127.0.0.1',
    OPENAI_BASE_URL: modelUrl,
    OPENAI_MODEL: 'chaos',
    // The model here counts what it is asked for, and that is answers.
    FOYER_SECOND_OPINION: 'off',
    LOG_LEVEL: 'warn',
  };
}

interface Parts {
  topology: Topology;
  folder: string;
  units: Unit[];
  ports: number[];
  webs: number;
  database: Installation['database'];
}

function assemble({ topology, folder, units, ports, webs, database }: Parts): Installation {
  return {
    topology,
    urls: ports.slice(0, webs).map((port) => `http://127.0.0.1:${port}`),
    units,
    webs: units.slice(0, webs),
    workers: units.slice(webs),
    database,
    outboxDirectory: join(folder, 'data', 'outbox'),
    logFile: join(folder, 'log'),
    untilHealthy: async () => {
      for (const [index, unit] of units.entries()) {
        const isWell = async () => unit.isPaused || (await healthOf(ports[index] ?? 0)) === 200;
        await until(`${unit.name} to be healthy`, isWell, HEALTHY_PATIENCE_MS).catch((cause: unknown) => {
          throw new Error([`${unit.name} is not healthy; its log is ${join(folder, 'log')}`, ...unit.problems].join('\n'), { cause });
        });
      }
    },
    stop: async () => void (await Promise.all(units.map((unit) => unit.stop()))),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** The way into the server's own PostgreSQL, from what it has written down in its data directory. */
function embeddedDatabase(dataDirectory: string): pg.ClientConfig {
  const [, , , port = '', host = ''] = readFileSync(join(dataDirectory, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(join(dataDirectory, 'postgres/password'), 'utf8').trim();
  return { host, port: Number(port), user: 'foyer', password, database: 'foyer' };
}
