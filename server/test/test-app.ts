import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StartedSession } from '@foyer/contracts/widget.ts';
import { onTestFinished } from 'vitest';
import { type App, buildApp } from '#app/build-app.ts';
import { readConfig } from '#app/config.ts';
import type { Overrides } from '#app/foundation.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';
import { Visitor } from './visitor.ts';
import type { TransportName } from './visitor-socket.ts';

export const ADMIN = { email: 'admin@example.com', password: 'a long enough password' };

// biome-ignore lint/suspicious/noExplicitAny: tests look at answers of every shape
type Json = any;

export interface Answer {
  status: number;
  body: Json;
  headers: Headers;
}

export interface TestApp {
  app: App;
  database: TestDatabase;
  url: string;
  /** A request to `/api/v1`, as JSON. */
  call(method: string, path: string, options?: { as?: string; body?: unknown; headers?: Record<string, string> }): Promise<Answer>;
  /** The access token of the platform admin. */
  admin: string;
  /** A tenant of its own with an app that is configured. */
  tenant(name: string, options?: { allowedOrigins?: string[] }): Promise<{ tenantId: string; app: Json }>;
  /** A visitor with a session of that app (the demo's when left out); not connected yet. */
  visitor(projectId?: string, init?: Record<string, unknown>, transport?: TransportName): Promise<Visitor>;
  close(): Promise<void>;
}

export interface TestAppOptions extends Overrides {
  env?: Record<string, string>;
  /** Another app on the same database: a second node. */
  sharedDatabase?: TestDatabase;
}

/** The whole product on a database of its own and a free port, over real HTTP and real sockets. */
export async function startTestApp({ env = {}, sharedDatabase, ...overrides }: TestAppOptions = {}): Promise<TestApp> {
  const database = sharedDatabase ?? (await createTestDatabase());
  const dataDirectory = mkdtempSync(join(tmpdir(), 'foyer-app-'));
  const config = readConfig({
    DATABASE_URL: database.connectionString,
    PORT: '0',
    HOST: '127.0.0.1',
    FOYER_DATA_DIR: dataDirectory,
    FOYER_ADMIN_EMAIL: ADMIN.email,
    FOYER_ADMIN_PASSWORD: ADMIN.password,
    LOG_LEVEL: 'silent',
    FOYER_MASTER_KEY: '0'.repeat(64),
    JWT_SECRET: 'access '.repeat(6),
    JWT_REFRESH_SECRET: 'refresh '.repeat(6),
    WIDGET_JWT_SECRET: 'widget '.repeat(6),
    ...env,
  });
  // What the demo clinic knows would be written and indexed anew for every test.
  const app = await buildApp(config, { logger: silentLogger, demoDocuments: [], ...overrides });
  const { port } = await app.start();
  const url = `http://127.0.0.1:${port}`;

  const call: TestApp['call'] = async (method, path, { as, body, headers = {} } = {}) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(as !== undefined && { authorization: `Bearer ${as}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers };
  };
  const admin: string = (await call('POST', '/auth/login', { body: ADMIN })).body.accessToken;

  let closed = false;
  return {
    app,
    database,
    url,
    call,
    admin,
    tenant: async (name, options = {}) => {
      const tenant = await call('POST', '/tenants', { as: admin, body: { name, slug: name } });
      const tenantId: string = tenant.body.id;
      const made = await call('POST', '/apps', { as: admin, body: { tenantId, name, slug: name, ...options } });
      await call('POST', `/apps/${made.body.id}/configs`, { as: admin, body: { features: { chat: true }, isActive: true } });
      return { tenantId, app: made.body };
    },
    visitor: async (projectId = 'demo', init = {}, transport = 'plain') => {
      const { status, body } = await call('POST', '/widget/session/init', { body: { projectId, widgetInstanceId: 'test', ...init } });
      if (status !== 201) throw new Error(`No session: ${status} ${JSON.stringify(body)}`);
      return new Visitor(body as StartedSession, transport);
    },
    close: async () => {
      if (closed) return;
      closed = true;
      await app.close(2_000);
      if (!sharedDatabase) await database.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** The whole product for the current test alone. */
export async function useTestApp(options?: TestAppOptions): Promise<TestApp> {
  const app = await startTestApp(options);
  onTestFinished(() => app.close());
  return app;
}
