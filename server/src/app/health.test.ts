import { describe, expect, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { createTestServer } from '#platform/http/http-server.testing.ts';
import { createMetrics } from '#platform/telemetry/metrics.ts';
import { type HealthParts, healthRoutes } from './health.routes.ts';
import { createOperatorAccess } from './operator-access.ts';

const TOKEN = 'token-of-the-metrics';

async function desk(parts: Partial<HealthParts> = {}, { metricsToken }: { metricsToken: string | undefined } = { metricsToken: TOKEN }) {
  const clock = createFakeClock();
  const metrics = createMetrics({ ofProcess: false });
  const routes = healthRoutes({
    clock,
    metrics,
    version: '1.2.3',
    databaseState: async () => 'connected',
    otherServices: () => ({}),
    isDraining: () => false,
    ...parts,
  });
  const server = await createTestServer(routes, { authenticators: { operator: createOperatorAccess(metricsToken) }, metrics });
  const get = async (url: string, headers: Record<string, string> = {}) => {
    const { statusCode, body, headers: answered } = await server.inject({ method: 'GET', url, headers });
    return { status: statusCode, body: String(answered['content-type']).includes('json') ? JSON.parse(body) : body };
  };
  return { clock, get };
}

const away: Partial<HealthParts> = { databaseState: async () => 'disconnected' };

describe('health', () => {
  test('is good while the database answers', async () => {
    const { get } = await desk();
    const body = { status: 'ok', database: 'connected', timestamp: '2026-03-02T09:00:00.000Z', service: 'foyer' };
    for (const path of ['/api/health', '/api/v1/health']) expect(await get(path)).toEqual({ status: 200, body });
    expect(await get('/api/health/ready')).toEqual({ status: 200, body: { status: 'ok' } });
  });

  test('is 503 without it; the process lives all the same', async () => {
    const { get } = await desk(away);
    expect(await get('/api/health')).toMatchObject({ status: 503, body: { status: 'error', database: 'disconnected' } });
    expect(await get('/api/health/ready')).toEqual({ status: 503, body: { status: 'error', reason: 'database' } });
    expect(await get('/api/health/live')).toEqual({ status: 200, body: { status: 'ok' } });
    expect(await get('/status')).toMatchObject({ status: 503, body: { services: { database: 'disconnected' } } });
  });

  test('is 503 while nothing can be stored, although the database answers', async () => {
    const { get } = await desk({ databaseState: async () => 'full' });
    expect(await get('/api/health')).toMatchObject({ status: 503, body: { status: 'error', database: 'connected' } });
    expect(await get('/api/health/ready')).toEqual({ status: 503, body: { status: 'error', reason: 'storage' } });
    expect(await get('/status')).toMatchObject({ status: 503, body: { status: 'error', services: { database: 'full' } } });
  });

  test('says that a process which goes away takes no more requests', async () => {
    const { get } = await desk({ isDraining: () => true });
    expect(await get('/api/health/ready')).toEqual({ status: 503, body: { status: 'error', reason: 'draining' } });
    expect((await get('/api/health/live')).status).toBe(200);
  });
});

describe('the status', () => {
  test('names what else is used, and for how many seconds the process has run', async () => {
    const { clock, get } = await desk({ otherServices: () => ({ redis: 'disconnected' }) });
    await clock.advance(90_400);
    const body = { status: 'ok', timestamp: expect.any(String), services: { database: 'connected', redis: 'disconnected' }, uptime: 90 };
    for (const path of ['/status', '/status/health']) expect(await get(path)).toEqual({ status: 200, body });
    expect(await get('/status/version')).toEqual({ status: 200, body: { version: '1.2.3', node: process.version } });
  });
});

describe('the metrics', () => {
  test('open with the token of the installation', async () => {
    const { get } = await desk();
    const answer = await get('/metrics', { authorization: `Bearer ${TOKEN}` });
    expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('# TYPE') });
  });

  test.each([
    [undefined, 'MISSING_AUTH'],
    ['Basic abc', 'MISSING_AUTH'],
    ['Bearer ', 'MISSING_AUTH'],
    ['Bearer wrong', 'INVALID_TOKEN'],
    [`Bearer ${TOKEN.slice(0, -1)}`, 'INVALID_TOKEN'],
  ])('stay closed for %j', async (authorization, code) => {
    const { get } = await desk();
    expect(await get('/metrics', authorization === undefined ? {} : { authorization })).toMatchObject({ status: 401, body: { code } });
  });

  test('stay closed for everybody where there is no token, this machine included', async () => {
    const { get } = await desk({}, { metricsToken: undefined });
    for (const headers of [{}, { authorization: 'Bearer undefined' }]) {
      expect(await get('/metrics', headers as Record<string, string>)).toMatchObject({ status: 403, body: { code: 'METRICS_CLOSED' } });
    }
  });
});
