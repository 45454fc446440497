import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { grantTenantScope } from '../db/tenant-scope.ts';
import { notFound, unauthorized } from '../errors.ts';
import { createLogger } from '../telemetry/logger.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import { type Authenticators, member, operator, publicAccess, webhook, widget } from './access.ts';
import { answered, created, noContent, raw } from './answers.ts';
import { createTestServer, recordingWriter, type TestServerOptions } from './http-server.testing.ts';
import type { HttpServer } from './http-server.ts';
import type { RouteModule } from './route-module.ts';
import { collectRoutes } from './route-registry.ts';

const Thing = z.object({ id: z.string() });
const servers: HttpServer[] = [];
const serve = async (routes: RouteModule, options?: TestServerOptions): Promise<HttpServer> => {
  const server = await createTestServer(routes, options);
  servers.push(server);
  return server;
};
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close(1000);
});

const authenticators: Authenticators = {
  member: async (request, access) => {
    if (request.header('authorization') !== 'Bearer ada') throw unauthorized('UNAUTHENTICATED', 'Sign in first.');
    return {
      scope: grantTenantScope('tenant-1', { kind: 'person', id: 'ada' }),
      actor: { kind: 'person', personId: 'ada', sessionId: 's', role: access.role },
    };
  },
  webhook: async (request, { provider }) => {
    if (request.rawBody.toString('utf8') !== `signed by ${provider}`) throw unauthorized('BAD_SIGNATURE', 'The signature is wrong.');
    return {};
  },
};

/** Checked by the compiler: each of these lines would fail to compile without its mark. */
const mistakes: RouteModule = (routes) => {
  const open = { summary: 'S', access: publicAccess() } as const;
  // @ts-expect-error a route without access
  routes.get('/a', { summary: 'S', answers: { 200: Thing }, handle: () => ({ id: '1' }) });
  // @ts-expect-error an answer of another shape
  routes.get('/b', { ...open, answers: { 200: Thing }, handle: () => ({ id: 1 }) });
  // @ts-expect-error a status that is not declared
  routes.get('/c', { ...open, answers: { 200: Thing }, handle: () => noContent() });
  // @ts-expect-error a public route knows no tenant
  routes.get('/d', { ...open, answers: { 200: Thing }, handle: ({ scope }) => ({ id: scope.tenantId }) });
};

describe('who may call a route', () => {
  test('a route without access is not registered, even when types were ignored', async () => {
    const careless = (routes: { get: (path: string, definition: object) => void }) =>
      routes.get('/open', { summary: 'Open', answers: { 200: Thing }, handle: () => ({ id: '1' }) });
    await expect(serve(careless as unknown as RouteModule)).rejects.toThrow('GET /open cannot be registered: it declares no access.');
  });

  test('a route whose access nobody checks is not registered', async () => {
    const closed: RouteModule = (routes) =>
      routes.get('/metrics', { summary: 'Figures', access: operator(), answers: { 200: raw('text/plain', 'Figures') }, handle: () => '' });
    await expect(serve(closed)).rejects.toThrow('nobody authenticates “operator”');
  });

  test('the handler learns who calls; strangers are refused before their body is read', async () => {
    const server = await serve(
      (routes) =>
        routes.post('/things', {
          summary: 'Add a thing',
          access: member('agent'),
          body: Thing,
          answers: { 201: Thing },
          handle: async ({ scope, actor, body }) => created({ id: `${body.id} of ${scope.tenantId} by ${actor.kind}` }),
        }),
      { authenticators },
    );
    const request = { method: 'POST', url: '/api/v1/things', payload: { id: 'x' } } as const;
    const known = await server.inject({ ...request, headers: { authorization: 'Bearer ada' } });
    expect(known.statusCode).toBe(201);
    expect(known.json()).toEqual({ id: 'x of tenant-1 by person' });
    const stranger = await server.inject({ ...request, payload: '{broken', headers: { 'content-type': 'application/json' } });
    expect(stranger.json()).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(stranger.headers['www-authenticate']).toBe('Bearer');
  });

  test('a webhook is verified over the bytes that came, whatever their type', async () => {
    const server = await serve(
      (routes) =>
        routes.post('/webhooks/sms', {
          summary: 'Receive',
          access: webhook('sms'),
          answers: { 200: Thing },
          handle: ({ rawBody }) => ({ id: String(rawBody.length) }),
        }),
      { authenticators },
    );
    const send = (payload: string) =>
      server.inject({
        method: 'POST',
        url: '/api/webhooks/sms',
        payload,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    expect((await send('signed by sms')).json()).toEqual({ id: '13' });
    expect((await send('signed by another')).statusCode).toBe(401);
  });
});

describe('what a route answers', () => {
  test('the same route is served under every version that it declares', async () => {
    const server = await serve((routes) => {
      const answer = { summary: 'Look', access: publicAccess(), answers: { 200: Thing }, handle: () => ({ id: '1' }) } as const;
      routes.get('/plain', answer);
      routes.get('/otp', { ...answer, alsoV2: true });
      routes.get('/status', { ...answer, root: true });
    });
    const statusOf = async (url: string) => (await server.inject({ url })).statusCode;
    expect(await Promise.all(['/api/v1/plain', '/api/plain', '/api/v2/otp', '/api/v1/otp', '/status'].map(statusOf))).toEqual(
      Array(5).fill(200),
    );
    expect(await Promise.all(['/plain', '/api/v2/plain', '/api/status'].map(statusOf))).toEqual([404, 404, 404]);
  });

  test('properties that the schema does not name stay inside', async () => {
    const row = { id: '1', passwordHash: 'x' };
    const server = await serve((routes) =>
      routes.get('/row', { summary: 'Row', access: publicAccess(), answers: { 200: Thing }, handle: () => row }),
    );
    expect((await server.inject({ url: '/api/row' })).json()).toEqual({ id: '1' });
  });

  test('an answer that breaks its own schema, or a status that is not declared, is our error', async () => {
    const log = recordingWriter();
    const server = await serve(
      (routes) => {
        routes.get('/wrong', { summary: 'Wrong', access: publicAccess(), answers: { 200: Thing }, handle: () => ({ id: 7 }) as never });
        routes.get('/other', { summary: 'Other', access: publicAccess(), answers: { 200: Thing }, handle: () => noContent() as never });
      },
      { logger: createLogger({ level: 'info', format: 'json', write: log.write }) },
    );
    for (const url of ['/api/wrong', '/api/other'])
      expect((await server.inject({ url })).json()).toMatchObject({ status: 500, code: 'INTERNAL' });
    expect(log.lines()).toMatchObject([{ error: { kind: 'InvalidAnswer' } }, { error: { kind: 'InvalidAnswer' } }]);
    expect(log.text()).toContain('id: Invalid input: expected string');
  });

  test('statuses, headers, texts and empty answers', async () => {
    const server = await serve((routes) => {
      routes.get('/busy', {
        summary: 'Busy',
        access: publicAccess(),
        answers: { 200: Thing, 503: Thing },
        handle: () => answered(503, { id: 'x' }, { etag: '"1"' }),
      });
      routes.delete('/gone', { summary: 'Gone', access: publicAccess(), answers: { 204: null }, handle: () => noContent() });
      routes.get('/text', { summary: 'Text', access: publicAccess(), answers: { 200: raw('text/plain', 'Text') }, handle: () => 'hello' });
    });
    const busy = await server.inject({ url: '/api/busy' });
    expect([busy.statusCode, busy.json(), busy.headers.etag]).toEqual([503, { id: 'x' }, '"1"']);
    const gone = await server.inject({ method: 'DELETE', url: '/api/gone' });
    expect([gone.statusCode, gone.body]).toEqual([204, '']);
    const text = await server.inject({ url: '/api/text' });
    expect([text.headers['content-type'], text.body]).toEqual(['text/plain', 'hello']);
  });
});

describe('errors', () => {
  const failing = (error: unknown, options?: TestServerOptions) =>
    serve(
      (routes) =>
        routes.get('/fail/:id', {
          summary: 'Fail',
          access: publicAccess(),
          params: Thing,
          answers: { 200: Thing },
          handle: () => Promise.reject(error),
        }),
      options,
    );

  test('one that is meant for the caller arrives as it is', async () => {
    const server = await failing(notFound('THING_NOT_FOUND', 'There is no such thing.'));
    expect((await server.inject({ url: '/api/fail/1' })).json()).toEqual({
      type: 'about:blank',
      status: 404,
      title: 'Not Found',
      detail: 'There is no such thing.',
      code: 'THING_NOT_FOUND',
    });
  });

  test('any other says nothing, and is logged under its request id without the values in it', async () => {
    const log = recordingWriter();
    const server = await failing(new Error('duplicate ada@example.org'), {
      logger: createLogger({ level: 'debug', format: 'json', write: log.write }),
    });
    const answer = await server.inject({ url: '/api/fail/1?token=hunter2' });
    expect(answer.json()).toMatchObject({ status: 500, code: 'INTERNAL' });
    expect(answer.body).not.toContain('ada@');
    expect(log.lines()[0]).toMatchObject({ msg: 'Request failed', requestId: answer.headers['x-request-id'], route: '/api/fail/:id' });
    expect(log.lines()[1]).toMatchObject({ msg: 'Request answered', status: 500, route: '/api/fail/:id' });
    expect(log.text()).not.toMatch(/ada@|hunter2/);
  });

  test('a database that is away is 503, also when the driver’s error is wrapped', async () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const server = await failing(new Error('Failed query', { cause: refused }));
    const answer = await server.inject({ url: '/api/fail/1' });
    expect(answer.json()).toMatchObject({ status: 503, code: 'DATABASE_UNAVAILABLE' });
    expect(answer.headers['retry-after']).toBe('2');
  });
});

test('routes that declare no access are refused by the compiler and at start', () => {
  expect(() => collectRoutes([mistakes])).toThrow('declares no access');
});

describe('limits', () => {
  test('a caller over the limit is told when to come back', async () => {
    const taken: unknown[] = [];
    const server = await serve(
      (routes) => {
        const common = { summary: 'Try', access: publicAccess(), answers: { 204: null }, handle: () => noContent() } as const;
        routes.get('/by-address', { ...common, rateLimit: { key: 'ip', limit: 3, windowSeconds: 60 } });
        routes.get('/by-id/:id', { ...common, params: Thing, rateLimit: { key: ({ params }) => params.id, limit: 2, windowSeconds: 10 } });
      },
      {
        rateLimiter: {
          take: async (...call) => {
            taken.push(call);
            return { allowed: false, remaining: 0, retryAfterSeconds: 17 };
          },
        },
      },
    );
    const answer = await server.inject({ url: '/api/by-address' });
    expect(answer.json()).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(answer.headers['retry-after']).toBe('17');
    expect((await server.inject({ url: '/api/by-id/7' })).statusCode).toBe(429);
    expect(taken).toEqual([
      ['http:GET /by-address:127.0.0.1', 3, 60],
      ['http:GET /by-id/:id:7', 2, 10],
    ]);
  });

  test('a forwarding header counts only when the peer is a trusted proxy', async () => {
    const routes: RouteModule = (all) =>
      all.get('/ip', { summary: 'Ip', access: publicAccess(), answers: { 200: Thing }, handle: ({ request }) => ({ id: request.ip }) });
    const ask = async (trustedProxies: string[]) =>
      (
        await (
          await serve(routes, { config: { trustedProxies } })
        ).inject({ url: '/api/ip', headers: { 'x-forwarded-for': '198.51.100.7' } })
      ).json();
    expect(await ask([])).toEqual({ id: '127.0.0.1' });
    expect(await ask(['127.0.0.0/8'])).toEqual({ id: '198.51.100.7' });
    expect(await ask(['10.0.0.0/8'])).toEqual({ id: '127.0.0.1' });
  });
});

describe('browsers', () => {
  const routes: RouteModule = (all) => {
    const common = { summary: 'Try', access: publicAccess(), answers: { 204: null }, handle: () => noContent() } as const;
    all.post('/widget/init', { ...common, cors: 'widget' });
    all.post('/apps', common);
    all.post('/widget/fail', { ...common, access: widget(), cors: 'widget' });
  };
  const visitors: Authenticators = { widget: () => Promise.reject(unauthorized('INVALID_TOKEN', 'The token is not valid.')) };

  test('pages elsewhere may call widget routes without cookies, and read their errors', async () => {
    const server = await serve(routes, { authenticators: visitors });
    const origin = { origin: 'https://clinic.example' };
    const preflight = await server.inject({ method: 'OPTIONS', url: '/api/v1/widget/init', headers: origin });
    expect([preflight.statusCode, preflight.headers['access-control-allow-origin']]).toEqual([204, '*']);
    expect(preflight.headers['access-control-allow-methods']).toBe('POST');
    expect(preflight.headers['access-control-allow-credentials']).toBeUndefined();
    const refused = await server.inject({ method: 'POST', url: '/api/v1/widget/fail', headers: origin });
    expect([refused.statusCode, refused.headers['access-control-allow-origin']]).toEqual([401, '*']);
  });

  test('they may not call the others', async () => {
    const server = await serve(routes, { authenticators: visitors });
    const preflight = await server.inject({ method: 'OPTIONS', url: '/api/v1/apps', headers: { origin: 'https://evil.example' } });
    expect(preflight.statusCode).toBe(405);
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('every answer forbids guessing and framing, also one of an error', async () => {
    const server = await serve(routes, { authenticators: visitors });
    for (const url of ['/api/v1/nothing', '/api/v1/widget/init']) {
      const { headers } = await server.inject({ url });
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });
});

test('requests are counted by the pattern of their route', async () => {
  const metrics = createMetrics({ ofProcess: false });
  const server = await serve(
    (routes) =>
      routes.get('/things/:id', {
        summary: 'Look',
        access: publicAccess(),
        params: Thing,
        answers: { 200: Thing },
        handle: ({ params }) => params,
      }),
    { metrics },
  );
  await server.inject({ url: '/api/v1/things/1' });
  await server.inject({ url: '/api/v1/things/2' });
  await server.inject({ url: '/api/v1/elsewhere' });
  const text = await metrics.render();
  expect(text).toContain('http_request_duration_seconds_count{method="GET",route="/api/v1/things/:id",status="200"} 2');
  expect(text).toContain('route="unmatched",status="404"} 1');
});
