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
    logo: { type: 'image/svg+xml', content: Buffer.from(LOGO), href: '/api/v1/docs', target: '_self' },
    uiConfig: { validatorUrl: null, docExpansion: 'list', persistAuthorization: false },
  });
}

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" viewBox="0 0 120 40" role="img" aria-label="Foyer">' +
  '<path d="M8 34V12a8 8 0 0 1 16 0v22" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/><circle cx="19.5" cy="23" r="1.8" fill="#fff"/>' +
  '<text x="36" y="28" font-family="system-ui, sans-serif" font-size="22" font-weight="600" fill="#fff">Foyer</text></svg>';
