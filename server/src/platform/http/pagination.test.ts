import { ListQuery } from '@foyer/contracts/lists.ts';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { etagOf, requireMatch } from './etag.ts';
import { decodeCursor, encodeCursor, page } from './pagination.ts';

const Key = z.tuple([z.string(), z.number()]);

describe('lists', () => {
  test('a page says how to go on as long as there is more', () => {
    const rows = [1, 2, 3].map((n) => ({ n }));
    const first = page(rows, 2, ({ n }) => ['name', n]);
    expect(first.items).toEqual([{ n: 1 }, { n: 2 }]);
    expect(decodeCursor(first.nextCursor ?? undefined, Key)).toEqual(['name', 2]);
    expect(page(rows, 3, ({ n }) => n)).toEqual({ items: rows, nextCursor: null });
    expect(page([], 3, () => 0)).toEqual({ items: [], nextCursor: null });
  });

  test.each(['x', '%%%', encodeCursor('other'), encodeCursor(['a', 'b']), `${encodeCursor(['a', 1])}=`])(
    'a cursor of nobody: %s',
    (cursor) => {
      expect(() => decodeCursor(cursor, Key)).toThrow(expect.objectContaining({ status: 400, code: 'INVALID_CURSOR' }));
    },
  );

  test('sizes are 1 to 100, 25 when not asked for', () => {
    expect(ListQuery.parse({})).toEqual({ limit: 25 });
    expect(ListQuery.parse({ limit: '100' }).limit).toBe(100);
    for (const limit of ['0', '101', '1.5', 'x', '']) expect(ListQuery.safeParse({ limit }).success).toBe(false);
  });
});

describe('If-Match', () => {
  const current = etagOf({ version: 3 });

  test.each([undefined, '*', current, `"other", ${current}`])('%s lets the change through', (header) => {
    expect(() => requireMatch(header, current)).not.toThrow();
  });

  test.each([etagOf({ version: 2 }), `W/${current}`, '', 'x'])('%s stops it', (header) => {
    expect(() => requireMatch(header, current)).toThrow(expect.objectContaining({ status: 412, code: 'PRECONDITION_FAILED' }));
  });
});
