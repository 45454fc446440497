import { z } from 'zod';
import { Flag, ListQuery, Search } from './lists.ts';
import { Id, line, Moment, text } from './text.ts';

/** SYSTEM: instructions. PRE_MESSAGE: the welcome. POST_MESSAGE: the closing rule of every turn. TOOL_DESCRIPTION: describes the tool that its name names. */
export const PROMPT_KINDS = ['SYSTEM', 'PRE_MESSAGE', 'POST_MESSAGE', 'TOOL_DESCRIPTION'] as const;
export const PromptKind = z.enum(PROMPT_KINDS);
export type PromptKind = z.output<typeof PromptKind>;

const content = text({ min: 1, max: 50_000 });

/** Values for `{{variables}}` of this profile, beside those that every profile knows. */
const Variables = z
  .record(z.string().regex(/^[A-Za-z_][\w.]{0,63}$/, 'Must be the name of a variable'), text({ max: 2_000 }))
  .refine((variables) => Object.keys(variables).length <= 100, 'Must name at most 100 variables');

export const NewPrompt = z.strictObject({
  name: line({ max: 200 }),
  kind: PromptKind,
  content,
  variables: Variables.default({}),
  /** A new default takes the place of the one before: one per kind, of tool descriptions one per name. */
  isDefault: z.boolean().default(false),
});
export type NewPrompt = z.output<typeof NewPrompt>;

export const PromptPatch = z.strictObject({
  name: line({ max: 200 }).optional(),
  kind: PromptKind.optional(),
  content: content.optional(),
  variables: Variables.optional(),
  isDefault: z.boolean().optional(),
});
export type PromptPatch = z.output<typeof PromptPatch>;

export const Prompt = z.object({
  id: Id,
  appId: Id,
  name: z.string(),
  kind: PromptKind,
  content: z.string(),
  variables: z.record(z.string(), z.string()),
  isDefault: z.boolean(),
  createdAt: Moment,
  updatedAt: Moment,
});
export type Prompt = z.output<typeof Prompt>;

export const PromptListQuery = z.strictObject({
  ...ListQuery.shape,
  kind: PromptKind.optional(),
  isDefault: Flag.optional(),
  q: Search.optional(),
});
export type PromptListQuery = z.output<typeof PromptListQuery>;
