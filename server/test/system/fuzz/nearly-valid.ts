import fc from 'fast-check';
import { nastyId, nastyJson, nastyNumber, nastyText } from './nasty-values.ts';

/** As much of JSON Schema as our OpenAPI document uses. */
export interface Schema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  $ref?: string;
  format?: string;
  examples?: unknown[];
  minimum?: number;
}

interface Surroundings {
  resolve(ref: string): Schema;
  /** Values that exist, by the name of their property. */
  known: Record<string, string>;
}

/** A property goes wrong about so often, of ten times; more of them, and no body would come past its first check. */
const WRONG_OF_TEN = 1;

/**
 * Values that a schema nearly or wholly agrees with. What is plainly wrong is refused at the door: these are the ones that come further in.
 */
export function nearly(schema: Schema, surroundings: Surroundings, name = ''): fc.Arbitrary<unknown> {
  const known = surroundings.known[name];
  const right = known === undefined ? fitting(schema, surroundings, name) : fc.constant(known);
  return fc.oneof({ weight: 10 - WRONG_OF_TEN, arbitrary: right }, { weight: WRONG_OF_TEN, arbitrary: nastyJson });
}

function fitting(schema: Schema, surroundings: Surroundings, name: string): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return fitting(surroundings.resolve(schema.$ref), surroundings, name);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const { examples = [], ...plain } = schema;
  if (examples.length > 0) {
    return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...examples) }, { weight: 1, arbitrary: fitting(plain, surroundings, name) });
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => fitting(choice, surroundings, name)));
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return objects(schema, surroundings);
    case 'array':
      return fc.array(nearly(schema.items ?? {}, surroundings), { maxLength: 3 });
    case 'integer':
    case 'number':
      return fc.oneof(fc.constant(schema.minimum ?? 1), nastyNumber);
    case 'boolean':
      return fc.boolean();
    case 'string':
      return texts(schema, name);
    default:
      return nastyJson;
  }
}

function objects({ properties = {}, required = [] }: Schema, surroundings: Surroundings): fc.Arbitrary<unknown> {
  const parts = Object.entries(properties);
  if (parts.length === 0) return fc.dictionary(nastyText, nastyJson, { maxKeys: 3 });
  return fc.record(Object.fromEntries(parts.map(([name, part]) => [name, nearly(part, surroundings, name)])), { requiredKeys: required });
}

const plainText = fc.stringMatching(/^[a-z][a-z0-9]{3,12}$/);

function texts({ format }: Schema, name: string): fc.Arbitrary<string> {
  if (format === 'uuid' || format === 'guid') return nastyId;
  const likely = fc.constantFrom('a@example.com', 'en-US', 'Europe/Madrid', 'US', 'https://www.example.com', 'a password that is long');
  // Credentials that are wrong cost the time of a password check, and say little more than one of them.
  if (name === 'password') return fc.oneof(fc.constant(''), nastyText);
  return fc.oneof({ weight: 4, arbitrary: plainText }, { weight: 2, arbitrary: likely }, { weight: 1, arbitrary: nastyText });
}
