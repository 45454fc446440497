import { z } from 'zod';

/** What every list accepts. A cursor is the `nextCursor` of the page before, and nothing else. */
export const ListQuery = z.strictObject({
  limit: z.coerce
    .number('Must be a number')
    .int('Must be a whole number')
    .min(1, 'Must be at least 1')
    .max(100, 'Must be at most 100')
    .default(25),
  cursor: z.string().min(1).max(512).optional(),
});
export type ListQuery = z.output<typeof ListQuery>;

/** One page of a list; `nextCursor` is null on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}
