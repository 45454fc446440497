import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import type { OpenApiDocument } from '#platform/http/openapi.ts';

const HEAD = `// Made from the OpenAPI document by \`node scripts/foyer.mjs api-types\`; change the routes and their schemas instead.
`;

/** The types of the API's paths, as TypeScript; the same document gives the same text. */
export async function generateApiTypes(document: OpenApiDocument): Promise<string> {
  const source = JSON.stringify({ ...document, paths: withoutProblems(document.paths) });
  const declarations = await openapiTS(source as unknown as OpenAPI3, { alphabetize: true, silent: true });
  return HEAD + astToString(declarations);
}

interface Operation {
  responses: Record<string, { content?: Record<string, unknown> }>;
}

/** The client throws problems, so their types are one class instead of a union at every operation. */
function withoutProblems(paths: OpenApiDocument['paths']): unknown {
  const kept = (operation: Operation): Operation => ({
    ...operation,
    responses: Object.fromEntries(
      Object.entries(operation.responses).filter(
        ([status, { content }]) => status !== 'default' && content?.['application/problem+json'] === undefined,
      ),
    ),
  });
  const mapValues = <T, R>(values: Record<string, T>, map: (value: T) => R) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
  return mapValues(paths, (operations) => mapValues(operations as Record<string, Operation>, kept));
}
