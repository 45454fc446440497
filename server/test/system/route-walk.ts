import type { RegisteredRoute } from '#platform/http/route-registry.ts';
import { bodyFor, fieldIdsOf, fillPath, nameOf, pathIdsOf } from './route-cases.ts';
import type { Credentials, RouteWorld, TenantData, TenantIds } from './route-world.ts';

export interface Answered {
  status: number;
  code: string | undefined;
  requestId: string | null;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at answers of every shape
  body: any;
}

export interface Asked {
  url?: string;
  query?: Record<string, string>;
  body?: object | undefined;
  credentials?: Credentials | undefined;
}

/** Sends a request to a route; every url of it is the same route. */
export async function ask({ test }: RouteWorld, route: RegisteredRoute, path: string, asked: Asked = {}): Promise<Answered> {
  const { body, credentials, query = {} } = asked;
  const search = new URLSearchParams(query).toString();
  const response = await fetch(`${test.url}${path}${search === '' ? '' : `?${search}`}`, {
    method: route.method,
    headers: { ...credentials?.headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed = (response.headers.get('content-type') ?? '').includes('json') ? JSON.parse(text) : undefined;
  const requestId = response.headers.get('x-request-id');
  return { status: response.status, code: parsed?.code, requestId, text, body: parsed };
}

/** The path of a route with these ids, on the first of its urls or on another. */
export function pathWith(route: RegisteredRoute, ids: TenantIds, url = route.urls[0] ?? route.path): string {
  return fillPath(url, Object.fromEntries(pathIdsOf(route).map(({ parameter, kind }) => [parameter, ids[kind]])));
}

export interface ForeignRequest {
  /** Which ids are the other tenant's. */
  what: string;
  path: string;
  query: Record<string, string>;
  body: object | undefined;
  /** An id in the body may name a tenant in which the caller has rights of their own. */
  isInBody: boolean;
}

/** Every way to put ids of `theirs` among those of `ours` into a request: each parameter by itself and any of them together. */
export function foreignRequests(route: RegisteredRoute, ours: TenantData, theirs: TenantData): ForeignRequest[] {
  const body = bodyFor(route, ours.ids);
  const pathIds = pathIdsOf(route);
  const inPath = subsets(pathIds).map((foreign) => {
    const ids = pathIds.map((id) => [id.parameter, (foreign.includes(id) ? theirs : ours).ids[id.kind]] as const);
    const what = foreign.map(({ parameter }) => parameter).join(' and ');
    return { what, path: fillPath(route.urls[0] ?? '', Object.fromEntries(ids)), query: {}, body, isInBody: false };
  });
  const inFields = fieldIdsOf(route).map(({ field, kind, place }) => ({
    what: `${field} of the ${place}`,
    path: pathWith(route, ours.ids),
    query: place === 'query' ? { [field]: theirs.ids[kind] } : {},
    body: place === 'body' ? { ...body, [field]: theirs.ids[kind] } : body,
    isInBody: place === 'body',
  }));
  return [...inPath, ...inFields];
}

function subsets<T>(items: readonly T[]): T[][] {
  const choices = Array.from({ length: 2 ** items.length }, (_, choice) => choice);
  return choices.map((choice) => items.filter((_, index) => choice & (1 << index))).filter((chosen) => chosen.length > 0);
}

/** What an answer to us says of the other tenant; undefined when nothing. */
export function leakIn({ status, text }: Answered, { marker, ids }: TenantData): string | undefined {
  if (text.includes(marker)) return `shows a text of theirs (${status})`;
  // A refusal may repeat the id that it was asked for.
  const shown = status < 300 ? Object.entries(ids).find(([, id]) => text.includes(id)) : undefined;
  return shown && `shows their ${shown[0]}`;
}

export const fault = (route: RegisteredRoute, who: string, what: string): string => `${nameOf(route)} as ${who}: ${what}`;
