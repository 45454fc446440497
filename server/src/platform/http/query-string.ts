import { badRequest } from '../errors.ts';
import { fieldPath } from './field-path.ts';
import { invalidText } from './json-body.ts';
import { faultOfText } from './text-fault.ts';

/** The query of a URL as one text per name. Names given twice, broken escapes and text that cannot be stored are refused. */
export function parseQueryString(url: string): Record<string, string> {
  const start = url.indexOf('?');
  const values: Record<string, string> = Object.create(null);
  if (start === -1) return values;
  for (const part of url.slice(start + 1).split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = decode(equals === -1 ? part : part.slice(0, equals));
    const value = equals === -1 ? '' : decode(part.slice(equals + 1));
    const path = fieldPath([name], 'query');
    const fault = faultOfText(name) ?? faultOfText(value);
    if (fault !== undefined) throw invalidText(path.replaceAll('\0', ''), fault.reason);
    if (name in values) {
      throw badRequest('VALIDATION_FAILED', 'The query is not valid.', [{ path, message: 'Must be given only once' }]);
    }
    values[name] = value;
  }
  return values;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw badRequest('MALFORMED_URL', 'The query holds a percent sign that does not begin a valid UTF-8 escape.');
  }
}

/** The first value of a query name, for credentials that are read before the query is checked; undefined when it is not there or broken. */
export function peekQueryValue(url: string, name: string): string | undefined {
  const start = url.indexOf('?');
  if (start === -1) return undefined;
  return new URLSearchParams(url.slice(start + 1)).get(name) ?? undefined;
}
