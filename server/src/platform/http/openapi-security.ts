import type { Access } from './access.ts';

/** The credentials that routes ask for, as the OpenAPI document names them. */
export const OPENAPI_SECURITY = {
  accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'A person, after signing in' },
  apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'A server, within the scopes of its key' },
  widgetToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'A visitor, from the session init' },
  widgetTokenInQuery: { type: 'apiKey', in: 'query', name: 'token', description: 'The same token, for the event source of a browser' },
  fileLink: { type: 'apiKey', in: 'query', name: 'link', description: 'A signed address of one file, from the frame that shows it' },
  ticket: { type: 'apiKey', in: 'query', name: 'ticket', description: 'Single use, short-lived' },
  operatorToken: { type: 'http', scheme: 'bearer', description: 'Whoever runs the installation' },
  signature: {
    type: 'apiKey',
    in: 'header',
    name: 'the vendor’s signature header',
    description: 'A vendor, by its signature over the body',
  },
};

type Requirement = Partial<Record<keyof typeof OPENAPI_SECURITY, readonly string[]>>;

/** Alternatives, any of which opens the route; none for a public one. */
export function securityOf(access: Access): Requirement[] {
  switch (access.kind) {
    case 'public':
      return [];
    case 'widget':
      return [
        { widgetToken: [] },
        ...(access.tokenInQuery ? [{ widgetTokenInQuery: [] }] : []),
        ...(access.fileLink ? [{ fileLink: [] }] : []),
      ];
    case 'person':
    case 'platform':
      return [{ accessToken: [] }];
    case 'member':
      return access.scope === undefined ? [{ accessToken: [] }] : [{ accessToken: [] }, { apiKey: [] }];
    case 'ticket':
      return [{ ticket: [] }];
    case 'webhook':
      return [{ signature: [] }];
    case 'operator':
      return [{ operatorToken: [] }];
  }
}
