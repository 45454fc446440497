/** Something in a JSON value that no part of the product can hold. */
export interface TextFault {
  readonly reason: 'nul' | 'surrogate' | 'poison' | 'depth';
  /** From the outside in; built only once there is a fault. */
  readonly path: (string | number)[];
}

/** Levels of arrays and objects within each other. */
export const MAX_JSON_DEPTH = 64;

/**
 * The first string or key that PostgreSQL refuses (U+0000, lone surrogates), the first key that could change an object's
 * prototype, or the first value that lies too deep.
 */
export function findTextFault(value: unknown, depth = 0): TextFault | undefined {
  if (typeof value === 'string') return faultOfText(value);
  if (value === null || typeof value !== 'object') return undefined;
  if (depth >= MAX_JSON_DEPTH) return { reason: 'depth', path: [] };
  return Array.isArray(value) ? faultInArray(value, depth) : faultInObject(value, depth);
}

export function faultOfText(text: string): TextFault | undefined {
  if (text.includes('\0')) return { reason: 'nul', path: [] };
  if (!text.isWellFormed()) return { reason: 'surrogate', path: [] };
  return undefined;
}

function faultInArray(items: readonly unknown[], depth: number): TextFault | undefined {
  for (let index = 0; index < items.length; index += 1) {
    const fault = findTextFault(items[index], depth + 1);
    if (fault !== undefined) return within(index, fault);
  }
  return undefined;
}

function faultInObject(object: object, depth: number): TextFault | undefined {
  for (const [key, value] of Object.entries(object)) {
    const fault = faultOfText(key) ?? poison(key, value);
    if (fault !== undefined) return within(printable(key), fault);
    const inner = findTextFault(value, depth + 1);
    if (inner !== undefined) return within(key, inner);
  }
  return undefined;
}

/** `__proto__`, and `constructor.prototype`, which a careless merge would follow. */
function poison(key: string, value: unknown): TextFault | undefined {
  const isPoison =
    key === '__proto__' || (key === 'constructor' && typeof value === 'object' && value !== null && Object.hasOwn(value, 'prototype'));
  return isPoison ? { reason: 'poison', path: [] } : undefined;
}

function within(step: string | number, fault: TextFault): TextFault {
  fault.path.unshift(step);
  return fault;
}

const printable = (key: string): string => key.replaceAll('\0', '\\u0000').toWellFormed();
