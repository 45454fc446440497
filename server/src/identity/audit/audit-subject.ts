import type { EventDraft } from '#platform/db/unit-of-work.ts';

/** The part of an action that says what it is done with: `conversation` of `conversation.read`. */
export const kindOf = (action: string): string => action.slice(0, action.indexOf('.'));

/** How ids of a kind are called in paths and events: `apiKeyId` for `api-key`. */
export const idPropertyOf = (kind: string): string => `${kind.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Id`;

/** The id of what a transaction made or changed: by its events, which name their subjects, else by what its work returned. */
export function subjectOf(kind: string, events: readonly EventDraft[], result: unknown): string | undefined {
  const property = idPropertyOf(kind);
  for (const { subject } of events) {
    const named = subject[property];
    if (named !== undefined) return named;
  }
  return idOf(result);
}

/** The ids of what a transaction returned: of one thing, of a list, or of a page of a list. */
export function idsIn(result: unknown): string[] {
  const items = Array.isArray(result) ? result : isObject(result) && Array.isArray(result.items) ? result.items : [result];
  return items.flatMap((item) => idOf(item) ?? []);
}

function idOf(value: unknown): string | undefined {
  return isObject(value) && typeof value.id === 'string' ? value.id : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
