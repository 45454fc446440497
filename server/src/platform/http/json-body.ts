import { isUtf8 } from 'node:buffer';
import { AppError, badRequest, unsupportedMediaType } from '../errors.ts';
import { fieldPath } from './field-path.ts';
import { findTextFault, MAX_JSON_DEPTH, type TextFault } from './text-fault.ts';

/** Refuses a body that is not plain JSON in UTF-8, by its headers. */
export function requireJson(contentType: string | undefined, contentEncoding: string | undefined): void {
  const [mediaType = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (mediaType !== 'application/json') throw unsupportedMediaType('UNSUPPORTED_MEDIA_TYPE', 'Send the body as application/json.');
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '');
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {
    throw unsupportedMediaType('UNSUPPORTED_MEDIA_TYPE', 'Send the body in UTF-8.');
  }
  if (contentEncoding !== undefined && contentEncoding.toLowerCase() !== 'identity') {
    throw unsupportedMediaType('UNSUPPORTED_CONTENT_ENCODING', 'Send the body uncompressed.');
  }
}

/**
 * A body's bytes as a JSON value; undefined when there are none. It checks the bytes first: decoding would turn broken UTF-8
 * into U+FFFD without a word.
 */
export function parseJsonBody(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  if (!isUtf8(bytes)) throw badRequest('INVALID_UTF8', 'The body is not valid UTF-8.');
  const value = parse(bytes.toString('utf8'));
  const fault = findTextFault(value);
  if (fault !== undefined) throw faultInBody(fault);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    // The parser's message quotes the body, so neither the caller's answer nor the log repeats it.
    throw new AppError(400, 'MALFORMED_JSON', 'The body is not valid JSON.', { cause });
  }
}

function faultInBody({ reason, path: steps }: TextFault): AppError {
  const path = fieldPath(steps);
  switch (reason) {
    case 'depth':
      return badRequest('JSON_TOO_DEEP', `The body is nested deeper than ${MAX_JSON_DEPTH} levels.`);
    case 'poison':
      return badRequest('FORBIDDEN_KEY', 'The body has a key that is not allowed.', [{ path, message: 'This key is not allowed' }]);
    default:
      return invalidText(path, reason);
  }
}

export function invalidText(path: string, reason: TextFault['reason']): AppError {
  const message = reason === 'nul' ? 'Must not contain the character U+0000' : 'Must not contain half of a surrogate pair';
  return badRequest('INVALID_TEXT', 'The request contains text that cannot be stored.', [{ path, message }]);
}
