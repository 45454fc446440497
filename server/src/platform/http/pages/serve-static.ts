import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../errors.ts';
import { isUnchanged } from '../etag.ts';
import { preferredEncoding, type StaticFile } from './static-file.ts';

/** An address that is no part of the API: a file, files by their names, or a hint to go elsewhere. */
export type StaticRoute =
  | { readonly path: string; readonly file: StaticFile }
  /** `path` ends in a parameter called `name`. Undefined where there is no such file. */
  | { readonly path: string; readonly find: (name: string) => Promise<StaticFile | undefined> }
  | { readonly path: string; readonly redirectTo: string };

/** Serves files to anybody, as often as they like: they are small, the same for all, and kept by browsers. */
export function serveStatic(app: FastifyInstance, routes: readonly StaticRoute[]): void {
  for (const route of routes) {
    app.route({ method: ['GET', 'HEAD'], url: route.path, handler: (request, reply) => answer(route, request, reply) });
    app.route({ method: ['POST', 'PUT', 'PATCH', 'DELETE'], url: route.path, config: { bodyUse: 'ignored' }, handler: refuse });
  }
}

async function answer(route: StaticRoute, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if ('redirectTo' in route) return reply.redirect(route.redirectTo, 302);
  const file = 'file' in route ? route.file : await route.find((request.params as { name?: string }).name ?? '');
  if (!file) throw new AppError(404, 'NOT_FOUND', 'There is nothing at this path.');
  const { bytes, encoding, etag } = await file.encoded(preferredEncoding(request.headers['accept-encoding']?.toString()));
  reply.headers({ ...file.headers, ...file.headersFor?.(request.host), etag, vary: 'accept-encoding' });
  if (isUnchanged(request.headers['if-none-match'], etag)) return reply.code(304).send();
  reply.type(file.contentType).header('content-length', bytes.length);
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.send(request.method === 'HEAD' ? undefined : bytes);
}

function refuse(request: FastifyRequest, reply: FastifyReply): never {
  reply.header('allow', 'GET, HEAD');
  throw new AppError(405, 'METHOD_NOT_ALLOWED', `${request.method} is not possible here; GET, HEAD is.`);
}
