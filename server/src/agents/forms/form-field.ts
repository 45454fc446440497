import { isObject } from './schema-fault.ts';

export type ScalarType = 'string' | 'number' | 'integer' | 'boolean';

/** One thing to find out. Limits are of the value, or of the length of a text. */
export interface FormField {
  name: string;
  type: ScalarType;
  /** Several values, each of this type. */
  isList: boolean;
  isRequired: boolean;
  title: string | undefined;
  description: string | undefined;
  enum: readonly (string | number | boolean)[] | undefined;
  minimum: number | undefined;
  maximum: number | undefined;
  /** What a text is, where the schema says so: `date`, `time`, `date-time`, `email`, `phone`, … */
  format: string | undefined;
  /** A regular expression that a text has to match. */
  pattern: string | undefined;
  /** Other words for it, as people of the trade use them. */
  medicalTerms: readonly string[];
  /** Who is to be asked: the visitor, or nobody in the conversation, because the team knows. What is said unasked is noted all the same. */
  askedOf: AskedOf;
}

const ASKED_OF = ['visitor', 'team'] as const;
export type AskedOf = (typeof ASKED_OF)[number];

export interface FieldReader {
  /** Where the field stands, for problems. */
  at: string;
  isRequired: boolean;
  refuse(path: string, message: string): void;
}

const SCALARS: readonly string[] = ['string', 'number', 'integer', 'boolean'];
const MAX_NAME_LENGTH = 200;
/** What would decide about values in ways that a field of a form has no place for. */
const COMBINING = [
  '$ref',
  '$dynamicRef',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'properties',
  'patternProperties',
  'const',
];

/** Undefined when the field cannot be used; `refuse` has been told why. */
export function readFormField(name: string, schema: unknown, { at, isRequired, refuse }: FieldReader): FormField | undefined {
  const isNameable = name.trim() !== '' && name.length <= MAX_NAME_LENGTH;
  if (!isNameable) refuse(at, `The name of a field must have 1 to ${MAX_NAME_LENGTH} characters`);
  if (!isObject(schema)) return void refuse(at, 'Must be an object that describes the field');
  refuseCombining(schema, at, refuse);

  const isList = typeOf(schema) === 'array';
  const value = isList ? schema.items : schema;
  const place = isList ? `${at}.items` : at;
  if (!isObject(value)) return void refuse(place, 'Must be one schema for all values of the list');
  if (isList) refuseCombining(value, place, refuse);
  const type = typeOf(value);
  if (type === undefined || !SCALARS.includes(type)) return void refuse(`${place}.type`, refusalOf(type, isList));

  const scalar = type as ScalarType;
  const choices = readChoices(value.enum, scalar, `${place}.enum`, refuse);
  const { minimum, maximum } = readLimits(value, scalar, place, refuse);
  const { medicalTerms = [], askedOf = 'visitor', title, description } = schema;
  const areTerms = Array.isArray(medicalTerms) && medicalTerms.every((term) => typeof term === 'string' && term.trim() !== '');
  if (!areTerms) refuse(`${at}.medicalTerms`, 'Must be a list of texts');
  const isAskable = ASKED_OF.some((one) => one === askedOf);
  if (!isAskable) refuse(`${at}.askedOf`, `Must be one of ${ASKED_OF.join(', ')}`);
  return {
    name,
    type: scalar,
    isList,
    isRequired,
    title: typeof title === 'string' ? title : undefined,
    description: typeof description === 'string' ? description : undefined,
    enum: choices,
    minimum,
    maximum,
    format: scalar === 'string' && typeof value.format === 'string' ? value.format : undefined,
    pattern: scalar === 'string' && typeof value.pattern === 'string' ? value.pattern : undefined,
    medicalTerms: areTerms ? (medicalTerms as string[]) : [],
    askedOf: isAskable ? (askedOf as AskedOf) : 'visitor',
  };
}

/** A type beside “null” counts as that type: a field may stay empty anyway. Choices of one type need no other word of it. */
function typeOf({ type, enum: choices }: Record<string, unknown>): string | undefined {
  const types = Array.isArray(type) ? type.filter((one) => one !== 'null') : [type];
  if (types.length === 1 && typeof types[0] === 'string') return types[0];
  if (type !== undefined || !Array.isArray(choices) || choices.length === 0) return undefined;
  const [first] = choices;
  return choices.every((choice) => typeof choice === typeof first) ? typeof first : undefined;
}

function refusalOf(type: string | undefined, isList: boolean): string {
  if (type === 'object') return 'A field cannot be an object: describe its parts as fields of the form';
  if (type === 'array' && isList) return 'A list cannot hold lists';
  return `Must be one of ${SCALARS.join(', ')}${isList ? '' : ', array'}`;
}

function refuseCombining(schema: Record<string, unknown>, at: string, refuse: FieldReader['refuse']): void {
  for (const keyword of COMBINING) {
    if (keyword in schema) refuse(`${at}.${keyword}`, 'Cannot be used in a field of a form');
  }
}

function readChoices(value: unknown, type: ScalarType, at: string, refuse: FieldReader['refuse']): FormField['enum'] {
  if (value === undefined) return undefined;
  const choices = Array.isArray(value) ? value.filter((choice) => choice !== null) : [];
  if (choices.length === 0) return void refuse(at, 'Must be a list with at least one choice');
  const wrong = choices.find((choice) => !isOf(choice, type));
  if (wrong !== undefined) return void refuse(at, `Has the choice ${JSON.stringify(wrong).slice(0, 60)}, which is not of type ${type}`);
  return choices;
}

const isOf = (value: unknown, type: ScalarType): boolean => (type === 'integer' ? Number.isInteger(value) : typeof value === type);

/** `min` and `max` are understood as well as the names that JSON Schema gives them for numbers and texts. */
function readLimits(
  schema: Record<string, unknown>,
  type: ScalarType,
  at: string,
  refuse: FieldReader['refuse'],
): Pick<FormField, 'minimum' | 'maximum'> {
  const read = (...keywords: string[]): number | undefined => {
    const keyword = keywords.find((one) => schema[one] !== undefined);
    const value = keyword === undefined ? undefined : schema[keyword];
    if (value === undefined || (typeof value === 'number' && Number.isFinite(value))) return value;
    return void refuse(`${at}.${keyword}`, 'Must be a number');
  };
  const [minimum, maximum] =
    type === 'string' ? [read('minLength', 'min'), read('maxLength', 'max')] : [read('minimum', 'min'), read('maximum', 'max')];
  const isUseful = minimum === undefined || maximum === undefined || minimum <= maximum;
  if (!isUseful) refuse(at, `No value can be at least ${minimum} and at most ${maximum}`);
  return { minimum, maximum };
}
