import { z } from 'zod';
import type { Access } from './access.ts';
import { createComponents, type JsonSchema } from './openapi-components.ts';
import { addExamples } from './openapi-examples.ts';
import { ANSWER_HEADERS, HEADER_PARAMETERS, headerParameters } from './openapi-headers.ts';
import { problemExamples, problemResponses } from './openapi-problems.ts';
import { OPENAPI_SECURITY, securityOf } from './openapi-security.ts';
import { type AnyDefinition, pathParameters, type RegisteredRoute } from './route-registry.ts';
import { FILE_FIELD } from './uploads/receive-file.ts';

export interface OpenApiInfo {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly license?: { readonly name: string; readonly identifier: string };
}

/** A socket, for which OpenAPI has no words of its own: its frames are described by schemas all the same. */
export interface DocumentedSocket {
  readonly path: string;
  readonly description: string;
  /** What a client may send. */
  readonly clientFrames: z.ZodType;
}

export type OpenApiDocument = Record<string, unknown> & { paths: Record<string, Record<string, unknown>> };

/** The reference as an OpenAPI 3.1 document, made from the schemas that the routes run with. */
export function openApiDocument(
  routes: readonly RegisteredRoute[],
  info: OpenApiInfo,
  sockets: readonly DocumentedSocket[] = [],
): OpenApiDocument {
  const components = createComponents();
  const paths: OpenApiDocument['paths'] = {};
  for (const route of routes.filter(({ definition }) => !definition.hidden)) {
    const [url = route.path] = route.urls;
    const shown = url.replaceAll(/:(\w+)/g, '{$1}');
    paths[shown] = { ...paths[shown], [route.method.toLowerCase()]: operation(route, components.schemaOf) };
  }
  const described = sockets.map(({ clientFrames, ...socket }) => ({ ...socket, clientFrames: components.schemaOf(clientFrames, 'input') }));
  const schemas = { ...components.all(), Problem: PROBLEM };
  addExamples(paths, schemas);
  return {
    openapi: '3.1.0',
    info,
    servers: [{ url: '/' }],
    tags: tagsOf(paths),
    paths,
    ...(described.length === 0 ? {} : { 'x-websockets': described }),
    components: {
      schemas,
      parameters: HEADER_PARAMETERS,
      headers: ANSWER_HEADERS,
      examples: problemExamples(),
      securitySchemes: OPENAPI_SECURITY,
      responses: {
        Problem: { description: 'What went wrong (RFC 9457)', content: { 'application/problem+json': { schema: PROBLEM_REFERENCE } } },
      },
    },
  };
}

type SchemaOf = (schema: z.ZodType, io: 'input' | 'output') => JsonSchema;

function operation(route: RegisteredRoute, schemaOf: SchemaOf): Record<string, unknown> {
  const { method, path, access, definition } = route;
  const { summary, tags, body, upload } = definition;
  return {
    operationId: operationId(method, path),
    summary,
    description: describe(definition, access),
    tags: tags ?? [path.split('/')[1] ?? ''],
    security: securityOf(access),
    parameters: [
      ...parameters('path', pathSchema(path, definition), schemaOf),
      ...parameters('query', definition.query, schemaOf),
      ...headerParameters(route),
    ],
    ...(upload === undefined ? {} : { requestBody: { required: true, content: { 'multipart/form-data': { schema: FILE_FORM } } } }),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: !body.safeParse(undefined).success,
            content: { 'application/json': { schema: schemaOf(body, 'input') } },
          },
        }),
    responses: { ...problemResponses(route), ...responses(route, schemaOf), default: { $ref: '#/components/responses/Problem' } },
  };
}

function describe({ description, problems, alsoV2, root }: AnyDefinition, access: Access): string {
  const needed =
    access.kind === 'member' ? `Role: ${access.role}.${access.scope === undefined ? '' : ` API key scope: ${access.scope}.`}` : '';
  const codes = problems === undefined || problems.length === 0 ? '' : `Problems of its own: ${problems.join(', ')}.`;
  const where = root ? '' : `Also served under /api${alsoV2 ? ' and /api/v2' : ''}.`;
  return [description ?? '', needed, codes, where].filter((text) => text !== '').join('\n\n');
}

/** Path parameters without a schema of their own are texts. */
const pathSchema = (path: string, { params }: AnyDefinition): z.ZodType =>
  params ?? z.object(Object.fromEntries(pathParameters(path).map((name) => [name, z.string()])));

function parameters(place: 'path' | 'query', schema: z.ZodType | undefined, schemaOf: SchemaOf): Record<string, unknown>[] {
  if (!(schema instanceof z.ZodObject)) return [];
  const required = new Set(Object.keys(schema.shape).filter((name) => !schema.shape[name].safeParse(undefined).success));
  return Object.entries<z.ZodType>(schema.shape).map(([name, part]) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: schemaOf(part, 'input'),
  }));
}

function responses(route: RegisteredRoute, schemaOf: SchemaOf): Record<string, unknown> {
  const { answers, summary, streams } = route.definition;
  const hasVersion = route.answersWithResource;
  const headers = {
    'X-Request-Id': { $ref: '#/components/headers/RequestId' },
    ...(hasVersion ? { ETag: { $ref: '#/components/headers/ETag' } } : {}),
  };
  const entries = Object.entries(answers).map(([status, shape]): [string, unknown] => {
    if (shape === null) return [status, { description: summary }];
    if ('raw' in shape)
      return [status, { description: shape.description, content: { [mediaType(shape.raw)]: { schema: { type: 'string' } } } }];
    const events = streams && status === '200' ? { 'text/event-stream': { schema: { type: 'string' } } } : {};
    return [status, { description: summary, headers, content: { 'application/json': { schema: schemaOf(shape, 'output') }, ...events } }];
  });
  const unchanged =
    hasVersion && route.method === 'GET' ? { 304: { description: 'Nothing has changed since the version in If-None-Match' } } : {};
  return { ...Object.fromEntries(entries), ...unchanged };
}

/** JSON Schema has no word for bytes; OpenAPI 3.1 leaves the media type to the part. */
const FILE_FORM = {
  type: 'object',
  required: [FILE_FIELD],
  properties: { [FILE_FIELD]: { type: 'string', contentMediaType: 'application/octet-stream' } },
  additionalProperties: false,
};

const mediaType = (contentType: string): string => contentType.split(';')[0] ?? contentType;

/** `POST /apps/:id/rotate-key` becomes `postAppsByIdRotateKey`. */
function operationId(method: string, path: string): string {
  const words = path.replaceAll(/:(\w+)/g, 'by-$1').split(/[^A-Za-z0-9]+/);
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

const tagsOf = (paths: OpenApiDocument['paths']): { name: string }[] => {
  const operations = Object.values(paths).flatMap((path) => Object.values(path) as { tags: string[] }[]);
  return [...new Set(operations.flatMap(({ tags }) => tags))].map((name) => ({ name }));
};

const PROBLEM_REFERENCE = { $ref: '#/components/schemas/Problem' };
const PROBLEM = {
  type: 'object',
  required: ['status', 'title', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    title: { type: 'string' },
    detail: { type: 'string', description: 'A sentence for people' },
    code: { type: 'string', description: 'Stable, in SCREAMING_SNAKE' },
    errors: {
      type: 'array',
      items: { type: 'object', required: ['path', 'message'], properties: { path: { type: 'string' }, message: { type: 'string' } } },
    },
  },
};
