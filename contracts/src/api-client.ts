import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from './api-types.generated.ts';
import { Problem } from './problems.ts';

/** The API refused or failed: what it said, with a code that programs can look at. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  /** Of `problem-codes.ts`; `UNKNOWN` where something else than the API has answered. */
  readonly code: string;
  readonly detail: string;
  readonly errors: Problem['errors'];
  readonly retryAfterSeconds: number | undefined;
  /** Finds the request in the server's log. */
  readonly requestId: string | undefined;

  constructor(problem: Pick<Problem, 'status' | 'code' | 'detail' | 'errors'>, headers: Headers) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`);
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.errors = problem.errors;
    this.retryAfterSeconds = headers.has('retry-after') ? Number(headers.get('retry-after')) : undefined;
    this.requestId = headers.get('x-request-id') ?? undefined;
  }
}

export interface ApiClientOptions {
  /** Scheme, host and port of the installation. */
  baseUrl: string;
  /** Who calls: a person or visitor by a token (asked for with every call, as it may have been renewed), or a server by its key. */
  credentials?: { accessToken: string | (() => string | undefined) } | { apiKey: string };
  /** For people with several tenants. */
  tenantId?: string;
  /** Makes the `Idempotency-Key` of each change that has none; undefined sends none. */
  idempotencyKey?: () => string | undefined;
}

export type ApiClient = Client<paths>;

/**
 * The HTTP API with its types. Whatever is no success is thrown as `ApiProblem`; 304 is answered without data. Every POST and PATCH
 * carries a fresh `Idempotency-Key`: to repeat a call whose answer was lost, give the key yourself, by `params.header`.
 */
export function createApiClient({ baseUrl, credentials, tenantId, idempotencyKey = randomKey }: ApiClientOptions): ApiClient {
  const client = createClient<paths>({ baseUrl });
  const middleware: Middleware = {
    onRequest: ({ request }) => {
      const set = (name: string, value: string | undefined) => {
        if (value !== undefined && !request.headers.has(name)) request.headers.set(name, value);
      };
      if (credentials && 'apiKey' in credentials) set('x-api-key', credentials.apiKey);
      else if (credentials) set('authorization', bearer(credentials.accessToken));
      set('x-tenant-id', tenantId);
      if (request.method === 'POST' || request.method === 'PATCH') set('idempotency-key', idempotencyKey());
      return request;
    },
    onResponse: async ({ response }) => {
      if (response.ok || response.status === 304) return;
      throw new ApiProblem(await problemOf(response), response.headers);
    },
  };
  client.use(middleware);
  return client;
}

const randomKey = (): string => globalThis.crypto.randomUUID();

function bearer(token: string | (() => string | undefined)): string | undefined {
  const value = typeof token === 'string' ? token : token();
  return value === undefined ? undefined : `Bearer ${value}`;
}

/** A proxy in between may answer with a page of its own. */
async function problemOf(response: Response): Promise<Pick<Problem, 'status' | 'code' | 'detail' | 'errors'>> {
  const parsed = Problem.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  return { status: response.status, code: 'UNKNOWN', detail: response.statusText || 'Something else than the API has answered.' };
}
