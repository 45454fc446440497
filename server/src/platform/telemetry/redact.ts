import { describeError } from './describe-error.ts';

/**
 * Field names whose value never reaches a log, whatever is in it: secrets, and what people say or are called.
 * Compared in lower case without separators, so `api_key`, `apiKey` and `API-Key` are one.
 */
const SECRET_KEYS = new Set([
  'apikey',
  'authorization',
  'body',
  'code',
  'content',
  'cookie',
  'delta',
  'displayname',
  'email',
  'firstname',
  'from',
  'lastname',
  'message',
  'name',
  'phone',
  'phonenumber',
  'prompt',
  'quote',
  'text',
  'ticket',
  'to',
  'transcript',
  'xapikey',
]);
const SECRET_PARTS = /(password|passphrase|secret|token|credential|privatekey|masterkey|cookie|authorization)/;
/** `code` is a one-time code in a request but an error code in our own fields; those in SCREAMING_SNAKE or SQLSTATE form may stay. */
const ERROR_CODE = /^[A-Z][A-Z0-9_]{3,}$|^[0-9A-Z]{5}$/;
/** Counters that only sound like secrets. */
const HARMLESS = new Set(['inputtokens', 'outputtokens', 'totaltokens', 'maxtokens', 'tokencount', 'tokens']);

/** What gives itself away whatever its field is called: credentials and queries in URLs, e-mail addresses, phone numbers, our API keys, JWTs. */
const SECRET_TEXTS: [RegExp, string][] = [
  [/\/\/[^/@\s]*@/g, '//[redacted]@'],
  [/(\/[^\s?]*)\?\S+/g, '$1?[redacted]'],
  [/[^\s@/:]+@[^\s@/:]+\.[a-z]{2,}/gi, '[redacted]'],
  [/\+\d{7,15}\b/g, '[redacted]'],
  [/\bsk[_-][\w-]{8,}/g, '[redacted]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[redacted]'],
];

const REDACTED = '[redacted]';
const MAX_DEPTH = 5;
const MAX_TEXT_LENGTH = 500;

/** A copy of `fields` that may be written down: secret and personal values replaced, errors described without their values. */
export function redactFields(fields: Record<string, unknown>): Record<string, unknown> {
  return redactRecord(fields, 0);
}

function redactRecord(record: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, isSecret(key, value) ? REDACTED : redactValue(value, depth + 1)]),
  );
}

function isSecret(key: string, value: unknown): boolean {
  if (value === undefined || value === null || typeof value === 'boolean') return false;
  const plain = key.toLowerCase().replaceAll(/[-_\s]/g, '');
  if (plain === 'code' && typeof value === 'string' && ERROR_CODE.test(value) && /[A-Z]/.test(value)) return false;
  if (HARMLESS.has(plain) && typeof value === 'number') return false;
  return SECRET_KEYS.has(plain) || SECRET_PARTS.test(plain);
}

function redactValue(value: unknown, depth: number): unknown {
  if (value instanceof Error) return describeError(value);
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`;
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return value;
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (depth >= MAX_DEPTH) return '[deep]';
  if (Array.isArray(value)) return value.slice(0, 50).map((item) => redactValue(item, depth + 1));
  return redactRecord(value, depth);
}

function redactText(text: string): string {
  const short = text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH)}…` : text;
  return SECRET_TEXTS.reduce((result, [pattern, replacement]) => result.replaceAll(pattern, replacement), short);
}
