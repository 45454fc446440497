import { onTestFinished } from 'vitest';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import { forbidden } from '#platform/errors.ts';
import { type Authenticators, type Role, roleIncludes } from '#platform/http/access.ts';
import { createTestServer } from '#platform/http/http-server.testing.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import { newId } from '#platform/ids.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests look at answers of every shape
type Json = any;

export interface Caller {
  tenantId: string;
  role: Role;
}

export interface HttpAnswer {
  status: number;
  body: Json;
  text: string;
  etag: string | undefined;
}

export type CallRoute = (
  caller: Caller,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<HttpAnswer>;

/** Who somebody is stands in headers here; how it is found out is tested in identity. */
const authenticators: Authenticators = {
  member: async (request, access) => {
    const tenantId = request.header('x-test-tenant') ?? '';
    const role = request.header('x-test-role') as Role;
    if (!roleIncludes(role, access.role)) throw forbidden('ROLE_REQUIRED', `Needs the role ${access.role}.`);
    const personId = newId();
    return {
      scope: grantTenantScope(tenantId, { kind: 'person', id: personId }),
      actor: { kind: 'person', personId, sessionId: newId(), role },
    };
  },
};

/** Serves these routes to the current test and returns how to call them. */
export async function serveToMembers(modules: readonly RouteModule[]): Promise<CallRoute> {
  const server = await createTestServer((routes) => modules.forEach((module) => void module(routes)), { authenticators });
  onTestFinished(() => server.close(1_000));
  return async ({ tenantId, role }, method, path, body, headers = {}) => {
    const answer = await server.inject({
      method,
      url: `/api/v1${path}`,
      headers: { 'x-test-tenant': tenantId, 'x-test-role': role, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const { etag } = answer.headers;
    return {
      status: answer.statusCode,
      body: answer.body === '' ? undefined : answer.json(),
      text: answer.body,
      etag: typeof etag === 'string' ? etag : undefined,
    };
  };
}

export const somebody = (role: Role): Caller => ({ tenantId: newId(), role });
