import { z } from 'zod';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { operator, publicAccess } from '#platform/http/access.ts';
import { answered, raw } from '#platform/http/answers.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { Metrics } from '#platform/telemetry/metrics.ts';

/** `full`: it answers, and cannot store anything. */
export type DatabaseState = 'connected' | 'full' | 'disconnected';

export async function databaseState({ isConnected, room }: Pick<Database, 'isConnected' | 'room'>): Promise<DatabaseState> {
  if (!(await isConnected())) return 'disconnected';
  return (await room.isThere()) ? 'connected' : 'full';
}

export interface HealthParts {
  clock: Clock;
  metrics: Metrics;
  version: string;
  databaseState(): Promise<DatabaseState>;
  /** Of everything else that the installation uses, by name. */
  otherServices(): Record<string, string>;
  isDraining(): boolean;
}

const Health = z.object({
  status: z.enum(['ok', 'error']),
  database: z.enum(['connected', 'disconnected']),
  timestamp: z.iso.datetime(),
  service: z.string(),
});
const Probe = z.object({ status: z.enum(['ok', 'error']), reason: z.string().optional() });
const Status = z.object({
  status: z.enum(['ok', 'error']),
  timestamp: z.iso.datetime(),
  services: z.record(z.string(), z.string()),
  /** Seconds. */
  uptime: z.number(),
});
const Version = z.object({ version: z.string(), node: z.string() });

/** For people and machines that watch over an installation. */
export function healthRoutes(parts: HealthParts): RouteModule {
  const { clock } = parts;
  const startedMs = clock.monotonicMs();
  const timestamp = () => clock.now().toISOString();

  const status = async () => {
    const database = await parts.databaseState();
    const works = database === 'connected';
    const body = {
      status: works ? ('ok' as const) : ('error' as const),
      timestamp: timestamp(),
      services: { database, ...parts.otherServices() },
      uptime: Math.round((clock.monotonicMs() - startedMs) / 1000),
    };
    return works ? answered(200, body) : answered(503, body);
  };

  return (routes) => {
    routes.get('/health', {
      summary: 'Whether the service works',
      tags: ['Health'],
      access: publicAccess(),
      answers: { 200: Health, 503: Health },
      handle: async () => {
        const state = await parts.databaseState();
        const database = state === 'disconnected' ? state : ('connected' as const);
        const common = { database, timestamp: timestamp(), service: 'foyer' };
        return state === 'connected'
          ? answered(200, { status: 'ok' as const, ...common })
          : answered(503, { status: 'error' as const, ...common });
      },
    });
    routes.get('/health/live', {
      summary: 'Whether the process lives',
      tags: ['Health'],
      access: publicAccess(),
      answers: { 200: Probe },
      handle: () => ({ status: 'ok' as const }),
    });
    routes.get('/health/ready', {
      summary: 'Whether the process takes requests',
      tags: ['Health'],
      access: publicAccess(),
      answers: { 200: Probe, 503: Probe },
      handle: async () => {
        if (parts.isDraining()) return answered(503, { status: 'error' as const, reason: 'draining' });
        const database = await parts.databaseState();
        if (database !== 'connected')
          return answered(503, { status: 'error' as const, reason: database === 'full' ? 'storage' : 'database' });
        return answered(200, { status: 'ok' as const });
      },
    });
    for (const path of ['/status', '/status/health']) {
      routes.get(path, {
        summary: 'The state of the service and what it uses',
        tags: ['Health'],
        root: true,
        access: publicAccess(),
        answers: { 200: Status, 503: Status },
        handle: status,
      });
    }
    routes.get('/status/version', {
      summary: 'The version that runs',
      tags: ['Health'],
      root: true,
      access: publicAccess(),
      answers: { 200: Version },
      handle: () => ({ version: parts.version, node: process.version }),
    });
    routes.get('/metrics', {
      summary: 'Figures for Prometheus',
      tags: ['Health'],
      root: true,
      access: operator(),
      answers: { 200: raw(parts.metrics.contentType, 'The text format of Prometheus') },
      handle: async () => answered(200, await parts.metrics.render()),
    });
  };
}
