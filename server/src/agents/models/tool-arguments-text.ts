/** What a model wrote as the arguments of a call, when it is what every provider takes back: a JSON object. */
export function argumentsObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

export const isJsonObject = (text: string): boolean => argumentsObject(text) !== undefined;
