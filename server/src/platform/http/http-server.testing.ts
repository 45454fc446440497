import { type Clock, systemClock } from '../clock.ts';
import { type Logger, silentLogger } from '../telemetry/logger.ts';
import { createMetrics, type Metrics } from '../telemetry/metrics.ts';
import type { Authenticators } from './access.ts';
import type { AccessAudit } from './access-audit.ts';
import { createHttpServer, type HttpServer, type HttpServerConfig } from './http-server.ts';
import type { StaticRoute } from './pages/serve-static.ts';
import type { RateLimiter } from './rate-limit.ts';
import type { RawEndpoint } from './raw-endpoints.ts';
import type { RouteModule } from './route-module.ts';
import type { Upgrade } from './upgrades.ts';

export interface TestServerOptions {
  config?: Partial<HttpServerConfig>;
  authenticators?: Authenticators;
  rateLimiter?: RateLimiter;
  upgrades?: readonly Upgrade[];
  rawEndpoints?: readonly RawEndpoint[];
  staticRoutes?: readonly StaticRoute[];
  logger?: Logger;
  metrics?: Metrics;
  clock?: Clock;
}

/** A server with just these routes, on a free port once it listens. */
export const createTestServer = (routes: RouteModule, options: TestServerOptions = {}): Promise<HttpServer> =>
  createHttpServer({
    config: { host: '127.0.0.1', port: 0, trustedProxies: [], ...options.config },
    version: '0.0.0',
    logger: options.logger ?? silentLogger,
    metrics: options.metrics ?? createMetrics({ ofProcess: false }),
    clock: options.clock ?? systemClock,
    rateLimiter: options.rateLimiter ?? unlimited,
    authenticators: options.authenticators ?? {},
    accessAudit: nobodyFollows,
    routeModules: [routes],
    upgrades: options.upgrades ?? [],
    rawEndpoints: options.rawEndpoints ?? [],
    staticRoutes: options.staticRoutes ?? [],
  });

/** What is written into the audit log is tried where the log is. */
const nobodyFollows: AccessAudit = { follow: (_call, _principal, work) => work(), notLetIn: async () => {} };

const unlimited: RateLimiter = { take: async () => ({ allowed: true, remaining: 1, retryAfterSeconds: 0 }) };

/** Lines that a logger wrote, as objects. */
export function recordingWriter(): { write: (line: string) => void; lines: () => Record<string, unknown>[]; text: () => string } {
  const written: string[] = [];
  return {
    write: (line) => void written.push(line),
    lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>),
    text: () => written.join(''),
  };
}
