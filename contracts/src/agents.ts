import { z } from 'zod';
import { LlmConfig } from './configs.ts';
import { Id, jsonObject, line, Moment, text } from './text.ts';

const name = line({ max: 200 });
/** May name the `{{variables}}` that every prompt knows. Null: written from the organisation's name. */
const instructions = text({ min: 1, max: 50_000 }).nullable();

export const NewAgent = z.strictObject({
  name,
  instructions: instructions.default(null),
  llmConfig: LlmConfig.default({}),
  isActive: z.boolean().default(true),
});
export type NewAgent = z.output<typeof NewAgent>;

export const AgentPatch = z.strictObject({
  name: name.optional(),
  instructions: instructions.optional(),
  /** Takes the place of the whole one before. */
  llmConfig: LlmConfig.optional(),
  isActive: z.boolean().optional(),
});
export type AgentPatch = z.output<typeof AgentPatch>;

/** Who answers: a tenant's AI agent. */
export const Agent = z.object({
  id: Id,
  name: z.string(),
  instructions: z.string().nullable(),
  llmConfig: LlmConfig,
  isActive: z.boolean(),
  createdAt: Moment,
  updatedAt: Moment,
});
export type Agent = z.output<typeof Agent>;

const TOOL_METHODS = ['POST', 'PUT', 'PATCH'] as const;

/** The form alone; whether address, headers and JSON Schema can be used is judged by the server. */
const toolShape = {
  name: text({ min: 1, max: 64 }),
  /** Tells the model when to call it. */
  description: text({ min: 1, max: 2_000 }),
  /** JSON Schema of the arguments, an object. */
  parameters: jsonObject({ maxBytes: 64_000, maxDepth: 30 }),
  url: text({ min: 1, max: 2_000 }),
  method: z.enum(TOOL_METHODS),
  /** Sent with every call. They often hold a key, so only their names are ever shown. */
  headers: z.record(text({ min: 1, max: 100 }), text({ max: 4_000 }), 'Must be an object of texts'),
  timeoutMs: z.int('Must be a whole number'),
  isActive: z.boolean(),
};

export const NewAgentTool = z.strictObject({
  ...toolShape,
  method: toolShape.method.default('POST'),
  headers: toolShape.headers.default({}),
  timeoutMs: toolShape.timeoutMs.default(10_000),
  isActive: toolShape.isActive.default(true),
});
export type NewAgentTool = z.output<typeof NewAgentTool>;

/** `headers` takes the place of all those before. */
export const AgentToolPatch = z.strictObject(toolShape).partial();
export type AgentToolPatch = z.output<typeof AgentToolPatch>;

/** A tool of the tenant's own: the model's call becomes a request to the tenant's server. */
export const AgentTool = z.object({
  id: Id,
  agentId: Id,
  name: z.string(),
  description: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  url: z.string(),
  method: z.enum(TOOL_METHODS),
  /** Null when the stored headers cannot be opened any more, because their master key is gone: give them anew. */
  headerNames: z.array(z.string()).nullable(),
  timeoutMs: z.int(),
  isActive: z.boolean(),
  createdAt: Moment,
  updatedAt: Moment,
});
export type AgentTool = z.output<typeof AgentTool>;
