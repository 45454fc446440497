import { z } from 'zod';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import type { MessageSource } from './messages/messages.tables.ts';
import type { JsonSchema, JsonSchemaParameters } from './tool-parameters.ts';

/**
 * What a model may do besides talking. Every module defines its tools with these types in `*.tools.ts`; the
 * composition lists them and hands them to the agents as values.
 */
export type Tool = DatabaseTool | RemoteTool;

/** Runs in the one transaction that also records its result, so that its effect happens exactly once. */
export interface DatabaseTool<A = unknown> extends ToolHead {
  kind: 'database';
  parameters: z.ZodType<A>;
  run(tx: TenantTransaction, args: A, context: ToolContext): Promise<ToolResult>;
}

/**
 * Runs outside any transaction. The other side gets the same idempotency key whenever the same call is made again;
 * more than that cannot be promised.
 */
export interface RemoteTool<A = unknown> extends ToolHead {
  kind: 'remote';
  parameters: z.ZodType<A> | JsonSchemaParameters<A>;
  /** @throws {OutcomeUnknown} when the call may have had its effect, but the answer was lost */
  call(args: A, context: RemoteToolContext): Promise<ToolResult>;
}

interface ToolHead {
  /** What the model calls it: letters, digits, `_` and `-`, at most 64. */
  name: string;
  description: string;
}

/** Whom a tool acts for. Ids come from here, never from the arguments that a model wrote. */
export interface ToolContext {
  tenantId: string;
  conversationId: string;
  contactId: string;
  turnId: string;
  agentId: string;
  /** BCP 47, such as `en` or `es-MX`. */
  language: string;
}

export interface RemoteToolContext extends ToolContext {
  /** The same for every attempt at the same call (turn, step and ordinal). */
  idempotencyKey: string;
  signal: AbortSignal;
}

/** `content` is what the model reads; it holds no secrets and no internal error texts. */
export type ToolResult = { ok: true; content: string; effects?: ToolEffect[] } | { ok: false; content: string };

/** What the turn itself has to know about a successful call. */
export type ToolEffect =
  | { type: 'handed-over'; reason: string }
  /** What an answer that uses the result cites. */
  | { type: 'sources'; sources: MessageSource[] };

/** The other side may or may not have done what was asked. It is for staff to find out; asking again could do it twice. */
export class OutcomeUnknown extends Error {
  readonly toolName: string;

  constructor(toolName: string, options: { cause?: unknown } = {}) {
    super('The outcome of a tool call is unknown.', options);
    this.name = 'OutcomeUnknown';
    this.toolName = toolName;
  }
}

/** A tool as a model sees it. */
export interface ToolDescription {
  name: string;
  description: string;
  parameters: JsonSchema;
}

/** @param overrides descriptions by tool name, from the app's default TOOL_DESCRIPTION profiles */
export function toToolDescription(tool: Tool, overrides: ReadonlyMap<string, string> = new Map()): ToolDescription {
  return { name: tool.name, description: overrides.get(tool.name) ?? tool.description, parameters: parametersAsJsonSchema(tool) };
}

function parametersAsJsonSchema(tool: Tool): JsonSchema {
  if (!(tool.parameters instanceof z.ZodType)) return tool.parameters.jsonSchema;
  // `$schema` is dropped because some compatible servers refuse keywords that they do not know.
  const { $schema: _dialect, ...schema } = z.toJSONSchema(tool.parameters, { io: 'input', target: 'draft-7' });
  return schema;
}
