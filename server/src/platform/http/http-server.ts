import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Clock } from '../clock.ts';
import { SetupError } from '../errors.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { Authenticators } from './access.ts';
import type { AccessAudit } from './access-audit.ts';
import { createFastify, type HttpLimits } from './create-fastify.ts';
import type { IdempotentRequests } from './idempotency/idempotent-requests.ts';
import { type DocumentedSocket, type OpenApiDocument, type OpenApiInfo, openApiDocument } from './openapi.ts';
import { type StaticRoute, serveStatic } from './pages/serve-static.ts';
import type { RateLimiter } from './rate-limit.ts';
import { type RawEndpoint, serveRawEndpoints } from './raw-endpoints.ts';
import { serveReference } from './reference-pages.ts';
import type { RouteModule } from './route-module.ts';
import { collectRoutes, type RegisteredRoute } from './route-registry.ts';
import { serveRoutes } from './serve-routes.ts';
import { dispatchUpgrades, type Upgrade } from './upgrades.ts';

export interface HttpServerConfig {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Addresses or networks whose forwarding headers are believed. */
  readonly trustedProxies: readonly string[];
  readonly limits?: Partial<HttpLimits>;
}

export interface HttpServerParts {
  readonly config: HttpServerConfig;
  /** Of the product, for the reference. */
  readonly version: string;
  /** What the reference says about the API as a whole, and about its sockets. */
  readonly reference?: { readonly description: string; readonly sockets: readonly DocumentedSocket[] };
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly rateLimiter: RateLimiter;
  readonly authenticators: Authenticators;
  /** Left out where no route takes keys. */
  readonly idempotentRequests?: IdempotentRequests;
  /** Left out where no route declares what it is in the audit log. */
  readonly accessAudit?: AccessAudit;
  readonly routeModules: readonly RouteModule[];
  readonly upgrades?: readonly Upgrade[];
  readonly rawEndpoints?: readonly RawEndpoint[];
  /** What browsers load besides: scripts and pages. */
  readonly staticRoutes?: readonly StaticRoute[];
}

export interface HttpServer {
  /** Starts to accept connections. @throws when the address is taken or not this machine's. */
  listen(): Promise<{ host: string; port: number }>;
  /** Where it listens; undefined before and after. */
  address(): { host: string; port: number } | undefined;
  /**
   * Stops accepting, lets requests in flight finish and answers them with `Connection: close`; whatever is still open after
   * `deadlineMs` is cut. Sockets should have been told before.
   */
  close(deadlineMs: number): Promise<void>;
  /** Answers a request without a connection. */
  inject(request: InjectOptions): Promise<LightMyRequestResponse>;
  readonly server: Server;
  readonly routes: readonly RegisteredRoute[];
  readonly document: OpenApiDocument;
}

/** How often connections that fell idle while draining are closed. */
const SWEEP_INTERVAL_MS = 50;

export async function createHttpServer(parts: HttpServerParts): Promise<HttpServer> {
  const { config, clock, logger } = parts;
  const draining = new AbortController();
  const routes = collectRoutes(parts.routeModules);
  const document = openApiDocument(routes, infoOf(parts), parts.reference?.sockets);
  const app = await createFastify({ ...parts, draining: draining.signal });
  await app.register(async (reference) => serveReference(reference, document));
  serveRawEndpoints(app, parts.rawEndpoints ?? [], { logger, draining: draining.signal });
  serveStatic(app, parts.staticRoutes ?? []);
  serveRoutes(app, routes, {
    ...parts,
    idempotentRequests: parts.idempotentRequests,
    accessAudit: parts.accessAudit,
    draining: draining.signal,
  });
  await app.ready();
  const upgrades = dispatchUpgrades(app.server, parts.upgrades ?? [], logger);

  let closed: Promise<void> | undefined;
  const close = async (deadlineMs: number): Promise<void> => {
    draining.abort(new Error('The server is stopping.'));
    upgrades.drain();
    const stopSweep = clock.every(SWEEP_INTERVAL_MS, () => app.server.closeIdleConnections());
    const stopDeadline = clock.after(deadlineMs, () => {
      logger.warn('Connections were cut at the deadline', { sockets: upgrades.open() });
      upgrades.destroyAll();
      app.server.closeAllConnections();
    });
    try {
      await app.close();
    } finally {
      stopSweep();
      stopDeadline();
    }
  };

  return {
    listen: () => listen(app, config),
    address: () => addressOf(app.server),
    close: (deadlineMs) => {
      closed ??= close(deadlineMs);
      return closed;
    },
    inject: (request) => app.inject(request),
    server: app.server,
    routes,
    document,
  };
}

const infoOf = ({ version, reference }: HttpServerParts): OpenApiInfo => ({
  title: 'Foyer',
  version,
  description: reference?.description ?? 'The open, self-hosted AI front desk.',
  license: { name: 'Apache 2.0', identifier: 'Apache-2.0' },
});

async function listen(app: FastifyInstance, { host, port }: HttpServerConfig): Promise<{ host: string; port: number }> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    throw new SetupError(`Cannot listen on ${host}, port ${port}: ${reasonOf(cause)}.`, { cause });
  }
  const address = addressOf(app.server);
  if (address === undefined) throw new Error('The server stopped while it started.');
  return address;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const known: Record<string, string> = {
    EADDRINUSE: 'another program uses it (set PORT to another)',
    EACCES: 'this user may not use it (set PORT to one above 1023)',
    EADDRNOTAVAIL: 'this machine has no such address (check HOST)',
    ENOTFOUND: 'there is no such host (check HOST)',
  };
  return known[code] ?? `the system refuses it (${code})`;
}

function addressOf(server: Server): { host: string; port: number } | undefined {
  const address = server.address() as AddressInfo | null;
  return address === null ? undefined : { host: address.address, port: address.port };
}
