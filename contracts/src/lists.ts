import { z } from 'zod';
import { Moment, text } from './text.ts';

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

/** A part of a name, in capitals or not. */
export const Search = text({ min: 1, max: 200 });

/** Yes or no in a query. */
export const Flag = z.enum(['true', 'false'], 'Must be true or false').transform((value) => value === 'true');

/** By when something was made; neither moment itself is part of it. */
export const Created = { createdAfter: Moment.optional(), createdBefore: Moment.optional() };
/** The same as a filter of a query. */
export interface CreatedBetween {
  createdAfter?: string | undefined;
  createdBefore?: string | undefined;
}

/** One page of a list; `nextCursor` is null on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}
