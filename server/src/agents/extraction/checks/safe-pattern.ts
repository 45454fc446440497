import { Script } from 'node:vm';

/** Longer texts match no pattern that a form has for them. */
const MAX_TEXT_LENGTH = 500;
const MAX_TIME_MS = 20;

/**
 * Whether a text matches a pattern that somebody else has written. A page may give any pattern, also one that takes years for a short
 * text, so the engine is stopped after a moment; then nothing matches.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  if (text.length > MAX_TEXT_LENGTH) return false;
  try {
    return new Script('new RegExp(pattern, "u").test(text)').runInNewContext({ pattern, text }, { timeout: MAX_TIME_MS }) === true;
  } catch (error) {
    if (isTimeout(error)) return false;
    return matchesWithoutUnicode(pattern, text);
  }
}

/** JSON Schema's patterns are meant with `u`; some that pages use are valid only without. */
function matchesWithoutUnicode(pattern: string, text: string): boolean {
  try {
    return new Script('new RegExp(pattern).test(text)').runInNewContext({ pattern, text }, { timeout: MAX_TIME_MS }) === true;
  } catch {
    return false;
  }
}

const isTimeout = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
