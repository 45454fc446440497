import { Ajv, type ErrorObject } from 'ajv';

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface ArgumentProblem {
  /** Dotted path of the property, empty for the arguments as a whole. */
  path: string;
  message: string;
}

export type CheckedArguments<A = unknown> = { ok: true; value: A } | { ok: false; problems: ArgumentProblem[] };

/** Parameters given as JSON Schema, for tools that tenants define. */
export interface JsonSchemaParameters<A = unknown> {
  jsonSchema: JsonSchema;
  check(value: unknown): CheckedArguments<A>;
}

/** @throws {Error} when the schema itself is wrong; the message names the place */
export function jsonSchemaParameters(jsonSchema: JsonSchema): JsonSchemaParameters<Record<string, unknown>> {
  // One validator per schema: Ajv keeps every compiled schema for as long as it lives itself.
  const validate = new Ajv({ allErrors: true, strict: false, logger: false }).compile<Record<string, unknown>>(jsonSchema);
  return {
    jsonSchema,
    check: (value) => (validate(value) ? { ok: true, value } : { ok: false, problems: (validate.errors ?? []).map(problemFromAjv) }),
  };
}

function problemFromAjv(error: ErrorObject): ArgumentProblem {
  const parent = error.instancePath.split('/').slice(1).map(unescapePointer);
  const property = propertyNamedBy(error);
  const path = property === undefined ? parent : [...parent, property];
  return { path: path.join('.'), message: error.keyword === 'required' ? 'is required' : (error.message ?? 'is not valid') };
}

function propertyNamedBy({ params }: ErrorObject): string | undefined {
  const named: unknown = params.missingProperty ?? params.additionalProperty;
  return typeof named === 'string' ? named : undefined;
}

const unescapePointer = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~');
