import { z } from 'zod';
import { jsonProblem } from './json-problem.ts';

/** A UUID, as all our ids are. */
export const Id = z.guid('Must be an id (a UUID)');
/** Something that is shown once and kept by nobody but whoever asked; a route that answers with one repeats no answer. */
export const Secret = z.string().meta({ 'x-secret': true });
/** A point in time as we send it: ISO 8601 in UTC. The calendar of the database has no year 0. */
export const Moment = z.iso.datetime().refine((value) => !value.startsWith('0000'), 'Must be in the year 1 or later');

export interface TextLimits {
  min?: number;
  max: number;
}

/** Text that the database can keep. Lengths are in UTF-16 units; nothing is trimmed or replaced. */
export const text = ({ min = 0, max }: TextLimits) =>
  z
    .string()
    .min(min, min === 1 ? 'Must not be empty' : `Must have at least ${min} characters`)
    .max(max, `Must have at most ${max} characters`)
    .refine((value) => !value.includes('\0'), 'Must not contain the character NUL')
    .refine((value) => value.isWellFormed(), 'Must not contain half a surrogate pair');

/** One line that people read, such as a name. */
export const line = ({ max }: { max: number }) =>
  text({ min: 1, max })
    .refine((value) => value.trim() !== '', 'Must not be blank')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses
    .refine((value) => !/[\u0001-\u001f\u007f\u2028\u2029]/.test(value), 'Must be one line, without control characters');

/** The part of an address that names something: lower case, stable, readable. */
export const Slug = z
  .string()
  .min(2, 'Must have at least 2 characters')
  .max(63, 'Must have at most 63 characters')
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Must consist of lower-case letters, digits and single hyphens between them')
  .meta({ examples: ['sunrise-clinic'] });

/** A time zone of the IANA database, such as Europe/Madrid. An offset is not enough: it knows no daylight saving. */
export const TimeZone = text({ min: 1, max: 64 })
  .refine(isTimeZone, 'Must be a time zone such as Europe/Madrid or UTC')
  .meta({ examples: ['Europe/Madrid'] });

/** A language, perhaps with a region, as BCP 47 writes it; kept in its canonical spelling. */
export const Locale = text({ min: 2, max: 35 })
  .refine((value) => canonicalLocale(value) !== undefined, 'Must be a language tag such as en or es-MX')
  .overwrite((value) => canonicalLocale(value) ?? value)
  .meta({ examples: ['es-ES'] });

/** A country or territory in the two letters of ISO 3166-1. */
export const Country = z
  .string()
  .refine(isCountry, 'Must be a country code of two capital letters, such as US or ES')
  .meta({ examples: ['ES'] });

/** Scheme, host and port of a web page; kept as browsers send it in `Origin`. */
export const Origin = text({ min: 1, max: 300 })
  .refine((value) => canonicalOrigin(value) !== undefined, 'Must be an origin such as https://www.example.com, without a path or wildcard')
  .overwrite((value) => canonicalOrigin(value) ?? value)
  .meta({ examples: ['https://www.example.com'] });

/** An e-mail address. Its domain is kept in lower case; the part before it belongs to its server and stays as it was written. */
export const Email = text({ min: 3, max: 254 })
  .refine((value) => EMAIL.test(value), 'Must be an e-mail address such as ana@example.com')
  .overwrite((value) => value.slice(0, value.lastIndexOf('@')) + value.slice(value.lastIndexOf('@')).toLowerCase())
  .meta({ examples: ['ana@example.com'] });

export interface JsonLimits {
  /** Of its JSON text, in UTF-8. */
  maxBytes: number;
  /** How many objects and arrays may lie in one another, the outermost included. */
  maxDepth: number;
}

/** An object whose properties are up to whoever sends it. */
export const jsonObject = ({ maxBytes, maxDepth }: JsonLimits) =>
  z.record(z.string(), z.unknown(), 'Must be an object').superRefine((value, context) => {
    const problem = jsonProblem(value, { maxBytes, maxDepth });
    if (problem) context.addIssue({ code: 'custom', path: problem.path, message: problem.message });
  });

function isTimeZone(value: string): boolean {
  if (!/^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/.test(value)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function canonicalLocale(value: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(value)[0];
  } catch {
    return undefined;
  }
}

function isCountry(value: string): boolean {
  if (!/^[A-Z]{2}$/.test(value) || value === 'ZZ') return false;
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(value) !== undefined;
}

function canonicalOrigin(value: string): string | undefined {
  if (!URL.canParse(value) || /[\s*]/.test(value)) return undefined;
  const { protocol, hostname, origin, pathname, search, hash, username, password } = new URL(value);
  const isBare = pathname === '/' && search === '' && hash === '' && username === '' && password === '' && !/[?#@]/.test(value);
  return isBare && hostname !== '' && (protocol === 'http:' || protocol === 'https:') ? origin : undefined;
}

// The part before the @ in ASCII, so that its lower case is the same to everybody who compares addresses.
const EMAIL =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;
