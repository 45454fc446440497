import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { ApiProblem, createApiClient } from '@foyer/contracts/api-client.ts';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { generateApiTypes } from '../api-types/generate-api-types.ts';
import { ADMIN, startTestApp, type TestApp } from '../test-app.ts';

const TYPES = fileURLToPath(new URL('../../../contracts/src/api-types.generated.ts', import.meta.url));
let desk: TestApp;
beforeAll(async () => {
  desk = await startTestApp();
});
afterAll(() => desk.close());

const problemOf = (call: Promise<unknown>): Promise<ApiProblem> =>
  call.then(
    () => Promise.reject(new Error('The call succeeded.')),
    (error: unknown) => (error instanceof ApiProblem ? error : Promise.reject(error)),
  );

test('the types of the client are those of the API', async () => {
  const wanted = await generateApiTypes(desk.app.http.document);
  const isCurrent = readFileSync(TYPES, 'utf8') === wanted;
  expect(isCurrent, 'contracts/src/api-types.generated.ts is out of date: run `node scripts/foyer.mjs api-types` and commit it').toBe(true);
});

describe('the client', () => {
  const signedIn = async (options: { tenantId?: string } = {}) => {
    let token: string | undefined;
    const client = createApiClient({ baseUrl: desk.url, credentials: { accessToken: () => token }, ...options });
    token = (await client.POST('/api/v1/auth/login', { body: ADMIN })).data?.accessToken;
    return client;
  };

  test('sets a tenant up, and works in it by key', async () => {
    const client = await signedIn();
    const { data: tenant } = await client.POST('/api/v1/tenants', { body: { name: 'Typed', slug: 'typed' } });
    const tenantId = tenant?.id ?? '';
    const { data: app } = await client.POST('/api/v1/apps', { body: { tenantId, name: 'Desk', slug: 'desk' } });
    const path = { appId: app?.id ?? '' };
    const { data: config } = await client.POST('/api/v1/apps/{appId}/configs', { params: { path }, body: { features: { chat: true } } });
    expect(config).toMatchObject({ version: 1, isActive: true });

    const server = createApiClient({ baseUrl: desk.url, credentials: { apiKey: app?.apiKey ?? '' } });
    await server.POST('/api/v1/tickets', { body: { subject: 'By key' } });
    const { data: tickets } = await server.GET('/api/v1/tickets', { params: { query: { limit: 1 } } });
    expect(tickets?.items.map(({ subject }) => subject)).toEqual(['By key']);
  });

  test('throws what the API says', async () => {
    const client = await signedIn();
    const taken = { name: 'Taken', slug: 'taken' };
    await client.POST('/api/v1/tenants', { body: taken });
    expect(await problemOf(client.POST('/api/v1/tenants', { body: taken }))).toMatchObject({
      status: 409,
      code: 'TENANT_SLUG_TAKEN',
      requestId: expect.any(String),
    });
    expect(await problemOf(client.POST('/api/v1/tenants', { body: { name: '', slug: 'x' } }))).toMatchObject({
      status: 400,
      code: 'VALIDATION_FAILED',
      errors: expect.arrayContaining([{ path: 'name', message: 'Must not be empty' }]),
    });
    expect(await problemOf(createApiClient({ baseUrl: desk.url }).GET('/api/v1/auth/me'))).toMatchObject({ code: 'MISSING_AUTH' });
  });

  test('repeats a change under its key, and knows what it has read', async () => {
    const { tenantId } = await desk.tenant('repeating');
    const client = await signedIn({ tenantId });
    const once = { body: { subject: 'Once' }, params: { header: { 'Idempotency-Key': 'lost answer' } } };
    const first = await client.POST('/api/v1/tickets', once);
    const second = await client.POST('/api/v1/tickets', once);
    expect(second.data).toEqual(first.data);
    expect((await client.GET('/api/v1/tickets')).data?.items).toHaveLength(1);

    const path = { ticketId: first.data?.id ?? '' };
    const etag = first.response.headers.get('etag') ?? '';
    const read = await client.GET('/api/v1/tickets/{ticketId}', { params: { path, header: { 'If-None-Match': etag } } });
    expect([read.response.status, read.data]).toEqual([304, undefined]);
    await client.PATCH('/api/v1/tickets/{ticketId}', { params: { path, header: { 'If-Match': etag } }, body: { status: 'done' } });
    const late = client.PATCH('/api/v1/tickets/{ticketId}', { params: { path, header: { 'If-Match': etag } }, body: { status: 'open' } });
    expect(await problemOf(late)).toMatchObject({ status: 412, code: 'PRECONDITION_FAILED' });
  });

  test('says so when something else than the API has answered', async () => {
    const proxy = createServer((_request, response) => response.writeHead(502).end('<html>Bad gateway</html>'));
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void proxy.close());
    const { port } = proxy.address() as AddressInfo;
    const client = createApiClient({ baseUrl: `http://127.0.0.1:${port}` });
    expect(await problemOf(client.GET('/api/v1/auth/me'))).toMatchObject({ status: 502, code: 'UNKNOWN', detail: 'Bad Gateway' });
  });
});
