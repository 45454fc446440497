import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import type { OpenApiDocument } from './openapi.ts';

/** All that the page needs comes from this server. */
const REFERENCE_CSP = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** The document at `/api/v1/openapi.json` and the pages to read and try it at `/api/v1/docs`. */
export async function serveReference(app: FastifyInstance, document: OpenApiDocument): Promise<void> {
  const json = JSON.stringify(document);
  for (const url of ['/api/v1/openapi.json', '/api/openapi.json']) {
    app.get(url, (_request, reply) => reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(json));
  }
  app.get('/api/docs', (_request, reply) => reply.redirect('/api/v1/docs'));
  // The plugin's types know OpenAPI 3.0 documents only; it passes on whatever it is given.
  await app.register(swagger, { mode: 'static', specification: { document: document as never } });
  await app.register(swaggerUi, {
    routePrefix: '/api/v1/docs',
    staticCSP: REFERENCE_CSP,
    uiConfig: { validatorUrl: null, docExpansion: 'list', persistAuthorization: false },
  });
}
