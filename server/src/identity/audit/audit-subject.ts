import type { ClosingTransaction } from '#platform/db/audit-port.ts';

/** The part of an action that says what it is done with: `conversation` of `conversation.read`. */
export const kindOf = (action: string): string => action.slice(0, action.indexOf('.'));

/** How ids of a kind are called in paths and events: `apiKeyId` for `api-key`. */
export const idPropertyOf = (kind: string): string => `${kind.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Id`;

/** The id of what a transaction made or changed: by its events, which name their subjects, else by what its work returned. */
export function subjectOf(kind: string, events: ClosingTransaction['events'], result: unknown): string | undefined {
  const property = idPropertyOf(kind);
  for (const { subject } of events) {
    const named = subject[property];
    if (named !== undefined) return named;
  }
  return textOf(result, property) ?? textOf(result, 'id');
}

/** What things are looked for by, beside their own id: whose they are, and where they were said. */
const SHOWN = ['id', 'contactId', 'conversationId', 'personId'];

/** The ids of what a transaction returned: of one thing, of a list, or of a page of a list. */
export function idsIn(result: unknown): string[] {
  const items = Array.isArray(result) ? result : isObject(result) && Array.isArray(result.items) ? result.items : [result];
  return items.flatMap((item) => SHOWN.flatMap((property) => textOf(item, property) ?? []));
}

function textOf(value: unknown, property: string): string | undefined {
  const found = isObject(value) ? value[property] : undefined;
  return typeof found === 'string' ? found : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
