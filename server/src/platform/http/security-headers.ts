import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** For everything that is no page: nothing may be loaded, framed or guessed. Pages send a Content-Security-Policy of their own. */
export async function addSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] },
    },
    // An installation does not speak for the other names of its domain.
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
    frameguard: { action: 'deny' },
  });
}
