import type { Page } from '@foyer/contracts/lists.ts';
import type { z } from 'zod';
import { badRequest } from '../errors.ts';

/**
 * One page of rows that were asked for with `limit + 1`, so that the extra one tells whether there is more.
 * `cursorOf` gives the sort key of a row, which the next query continues after.
 */
export function page<Row, Key>(rows: readonly Row[], limit: number, cursorOf: (row: Row) => Key): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null };
}

/** A sort key as an opaque text. */
export const encodeCursor = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** The sort key in a cursor, or undefined where there is none. @throws 400 INVALID_CURSOR for anything that `encodeCursor` did not make. */
export function decodeCursor<Key>(cursor: string | undefined, key: z.ZodType<Key>): Key | undefined {
  if (cursor === undefined) return undefined;
  const parsed = key.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success || encodeCursor(parsed.data) !== cursor) {
    throw badRequest('INVALID_CURSOR', 'The cursor is not one that this list has given out.', [
      { path: 'query.cursor', message: 'Must be the nextCursor of an earlier page' },
    ]);
  }
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
