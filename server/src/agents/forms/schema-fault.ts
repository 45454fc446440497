import { Ajv } from 'ajv';

/** What makes a schema none by the rules of JSON Schema itself, such as a limit that is no number; undefined when nothing does. */
export function schemaFault({
  $schema: _dialect,
  $id: _id,
  ...schema
}: Record<string, unknown>): { path: string[]; message: string } | undefined {
  // One validator per schema: Ajv keeps every compiled schema for as long as it lives itself.
  const ajv = new Ajv({ strict: false, logger: false, validateFormats: false });
  if (!ajv.validateSchema(schema)) {
    const [error] = ajv.errors ?? [];
    return {
      path: (error?.instancePath ?? '').split('/').slice(1),
      message: `Is not valid JSON Schema: ${error?.message ?? 'unknown reason'}`,
    };
  }
  try {
    ajv.compile(schema);
    return undefined;
  } catch (error) {
    return { path: [], message: `Is not valid JSON Schema: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown reason'}` };
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
