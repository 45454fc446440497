import { z } from 'zod';
import type { Access, CallRequest } from './access.ts';
import type { RouteAudit } from './access-audit.ts';
import type { Answers } from './answers.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Method, RouteModule, Routes } from './route-module.ts';
import type { IncomingFile, UploadLimits } from './uploads/receive-file.ts';

/** What every handler can be called with, once its types are forgotten. */
export interface AnyContext {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly request: CallRequest;
  readonly rawBody: Buffer | undefined;
  readonly file?: IncomingFile;
}

/** A route definition with its types forgotten; `route-module.ts` says what the fields mean. */
export interface AnyDefinition {
  readonly summary: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly access: Access;
  readonly audits?: RouteAudit;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly bodyBytes?: number;
  readonly answers: Answers;
  readonly streams?: true;
  readonly problems?: readonly string[];
  readonly rateLimit?: RateLimit<AnyContext>;
  readonly root?: boolean;
  readonly alsoV2?: boolean;
  readonly cors?: 'widget';
  readonly hidden?: boolean;
  readonly idempotent?: false;
  /** The body is a form with one file. */
  readonly upload?: UploadLimits;
  readonly handle: (context: AnyContext) => unknown;
}

export interface RegisteredRoute {
  readonly method: Method;
  /** As declared, such as `/apps/:id`. */
  readonly path: string;
  /** Where it is served; the first is the one that the reference shows. */
  readonly urls: readonly string[];
  readonly access: Access;
  readonly definition: AnyDefinition;
  /** Whether an `Idempotency-Key` is honoured. */
  readonly takesIdempotencyKey: boolean;
  /** Whether its answer is one resource, which has a version: an `ETag`, made from it where the handler gives none. */
  readonly answersWithResource: boolean;
  /** Whether its answer holds a secret that is shown once. */
  readonly showsSecret: boolean;
}

/** All routes of these modules, checked; tests walk the result to see that every route is guarded. */
export function collectRoutes(modules: readonly RouteModule[]): RegisteredRoute[] {
  const collected: RegisteredRoute[] = [];
  const register = (method: Method) => (path: string, typed: object) => {
    // The builder in `route-module.ts` has checked the handler against its own schemas; from here on only their run-time values count.
    const definition = typed as AnyDefinition;
    checkDefinition(method, path, definition);
    collected.push({
      method,
      path,
      urls: urlsOf(path, definition),
      access: definition.access,
      definition,
      takesIdempotencyKey: takesIdempotencyKey(method, definition),
      answersWithResource: answersWithResource(definition),
      showsSecret: jsonSchemasOf(definition).some((schema) => holdsSecret(schema)),
    });
  };
  const routes: Routes = {
    get: register('GET'),
    post: register('POST'),
    patch: register('PATCH'),
    put: register('PUT'),
    delete: register('DELETE'),
    // A file is read once, as it comes: its answer cannot be kept by what was sent.
    upload: (path, definition) => register('POST')(path, { ...definition, idempotent: false }),
  };
  for (const module of modules) module(routes);
  refuseDuplicates(collected);
  return collected;
}

/** The names of the parameters in a path pattern. */
export const pathParameters = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map((match) => String(match[1]));

function urlsOf(path: string, { root, alsoV2 }: AnyDefinition): string[] {
  if (root) return [path];
  return [`/api/v1${path}`, `/api${path}`, ...(alsoV2 ? [`/api/v2${path}`] : [])];
}

const isByTeam = ({ kind }: Access): boolean => kind === 'member' || kind === 'person' || kind === 'platform';

const answersWithResource = ({ access, answers }: AnyDefinition): boolean =>
  isByTeam(access) &&
  Object.values(answers).some((shape) => shape instanceof z.ZodObject && 'id' in shape.shape && 'createdAt' in shape.shape);

/** Every change by people and servers whose answer can be kept. Visitors have the ids of their messages instead. */
function takesIdempotencyKey(method: Method, { access, answers, idempotent }: AnyDefinition): boolean {
  const isChange = method === 'POST' || method === 'PATCH';
  return (
    idempotent !== false &&
    isChange &&
    isByTeam(access) &&
    Object.values(answers).every((shape) => shape === null || shape instanceof z.ZodType)
  );
}

const jsonSchemasOf = ({ answers }: AnyDefinition): z.ZodType[] => Object.values(answers).filter((shape) => shape instanceof z.ZodType);

/** By the mark that `Secret` of the contracts leaves in the JSON Schema. */
const holdsSecret = (schema: z.ZodType): boolean =>
  JSON.stringify(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' })).includes('"x-secret":true');

function checkDefinition(method: Method, path: string, { access, answers, params, body, root, alsoV2 }: AnyDefinition): void {
  const refuse = (why: string): never => {
    throw new Error(`${method} ${path} cannot be registered: ${why}.`);
  };
  if ((access as Access | undefined)?.kind === undefined) refuse('it declares no access');
  if (!path.startsWith('/')) refuse('its path does not start with a slash');
  if (root && alsoV2) refuse('a path at the root has no versions');
  if (Object.keys(answers).length === 0) refuse('it declares no answers');
  if (method === 'GET' && body !== undefined) refuse('a GET has no body');
  if (access.kind === 'webhook' && body !== undefined) refuse('a webhook gets its body raw, to verify the signature first');
  const named = pathParameters(path).sort().join();
  const described = params instanceof z.ZodObject ? Object.keys(params.shape).sort().join() : named;
  if (params === undefined && named !== '') refuse(`it has no schema for ${named}`);
  if (described !== named) refuse(`its path names “${named}”, its schema “${described}”`);
}

function refuseDuplicates(routes: readonly RegisteredRoute[]): void {
  const seen = new Set<string>();
  for (const { method, urls } of routes) {
    for (const url of urls) {
      const key = `${method} ${url.replaceAll(/:\w+/g, ':')}`;
      if (seen.has(key)) throw new Error(`${method} ${url} is declared twice.`);
      seen.add(key);
    }
  }
}
