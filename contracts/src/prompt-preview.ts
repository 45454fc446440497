import { z } from 'zod';
import { Id, Locale } from './text.ts';

export const PromptPreviewQuery = z.strictObject({
  /** Of the conversation; the tenant's own when left out. */
  locale: Locale.optional(),
});
export type PromptPreviewQuery = z.output<typeof PromptPreviewQuery>;

/** What a model would be told now by the agent of an app, besides the conversation, and what a visitor is greeted with. */
export const PromptPreview = z.object({
  agentId: Id,
  locale: z.string(),
  /** Who says what the assistant is: the app's default SYSTEM profile, the agent's instructions, or nobody, so that it is generated. */
  source: z.enum(['profile', 'agent', 'generated']),
  instructions: z.string(),
  /** An estimate, rather too high. */
  instructionTokens: z.int().min(0),
  welcomeMessage: z.string(),
  tools: z.array(z.object({ name: z.string(), description: z.string(), isRedescribed: z.boolean() })),
  /** Tools that a default TOOL_DESCRIPTION describes and the agent does not have, or not any more. */
  describedInVain: z.array(z.string()),
  /** Null: the installation's own choice. */
  settings: z.object({
    provider: z.string().nullable(),
    model: z.string().nullable(),
    temperature: z.number(),
    maxTokens: z.int(),
  }),
});
export type PromptPreview = z.output<typeof PromptPreview>;
