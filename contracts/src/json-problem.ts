export interface JsonProblem {
  path: (string | number)[];
  message: string;
}

/** What keeps a value from being stored as JSON within limits, or undefined. `maxBytes` is of its JSON text in UTF-8. */
export function jsonProblem(value: unknown, { maxBytes, maxDepth }: { maxBytes: number; maxDepth: number }): JsonProblem | undefined {
  const problem = problemIn(value, [], maxDepth);
  if (problem) return problem;
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
  return bytes > maxBytes ? { path: [], message: `Must have at most ${maxBytes} bytes as JSON, and has ${bytes}` } : undefined;
}

function problemIn(value: unknown, path: (string | number)[], depthLeft: number): JsonProblem | undefined {
  if (typeof value === 'string') return textProblem(value, path);
  if (typeof value !== 'object' || value === null) return undefined;
  if (depthLeft === 0) return { path, message: 'Is nested too deeply' };
  for (const [key, member] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    const problem = textProblem(key, here) ?? problemIn(member, here, depthLeft - 1);
    if (problem) return problem;
  }
  return undefined;
}

/** PostgreSQL refuses both in its jsonb. */
function textProblem(value: string, path: (string | number)[]): JsonProblem | undefined {
  if (value.includes('\0')) return { path, message: 'Must not contain the character NUL' };
  return value.isWellFormed() ? undefined : { path, message: 'Must not contain half a surrogate pair' };
}
