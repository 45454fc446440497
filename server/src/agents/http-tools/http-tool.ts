import { OutcomeUnknown, type RemoteTool, type RemoteToolContext, type ToolResult } from '#messaging/tool.ts';
import { jsonSchemaParameters } from '#messaging/tool-parameters.ts';
import type { GuardedClient } from '#platform/outbound/guarded-client.ts';
import { OutboundError, type OutboundErrorKind } from '#platform/outbound/outbound-error.ts';
import { storableText } from '../models/storable-text.ts';
import type { HttpToolDefinition } from './http-tool.schema.ts';

type Arguments = Record<string, unknown>;

/** Bytes. More than a model should read at once is more than a tool should say. */
const MAX_RESPONSE_BYTES = 256 * 1024;
/** UTF-16 units of the answer that the model gets to read. */
const MAX_CONTENT_LENGTH = 16_000;
const MAX_REFUSAL_LENGTH = 500;

/** A tenant's tool over HTTP: sends the arguments with an idempotency key and hands the answer to the model. */
export function createHttpTool(definition: HttpToolDefinition, client: GuardedClient): RemoteTool<Arguments> {
  const { name, description } = definition;
  return {
    kind: 'remote',
    name,
    description,
    parameters: jsonSchemaParameters(definition.parameters),
    call: async (args, context) => readAnswer(name, await send(definition, args, context, client)),
  };
}

/** What the model may know; the address itself is none of its business. */
const REASONS: Partial<Record<OutboundErrorKind, string>> = { blocked: 'its address may not be called', aborted: 'the call was cancelled' };

type Answer = { sent: false; reason: string } | { sent: true; status: number; body: string };

async function send(definition: HttpToolDefinition, args: Arguments, context: RemoteToolContext, client: GuardedClient): Promise<Answer> {
  const { tenantId, conversationId, contactId, turnId, agentId, language, idempotencyKey, signal } = context;
  const payload = { tool: definition.name, arguments: args, context: { tenantId, conversationId, contactId, turnId, agentId, language } };
  try {
    const { status, body } = await client.request({
      method: definition.method,
      url: definition.url,
      headers: { ...definition.headers, 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
      body: JSON.stringify(payload),
      timeoutMs: definition.timeoutMs,
      maxResponseBytes: MAX_RESPONSE_BYTES,
      signal,
    });
    return { sent: true, status, body: body.toString('utf8') };
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    if (!error.mayHaveArrived) return { sent: false, reason: REASONS[error.kind] ?? 'its server could not be reached' };
    throw new OutcomeUnknown(definition.name, { cause: error });
  }
}

function readAnswer(toolName: string, answer: Answer): ToolResult {
  if (!answer.sent) return { ok: false, content: `Nothing was done: ${toolName} could not be called, because ${answer.reason}.` };
  const { status, body } = answer;
  if (status >= 500) throw new OutcomeUnknown(toolName, { cause: new Error(`The tool's server answered ${status}.`) });
  if (status >= 200 && status < 300) return { ok: true, content: limited(body, MAX_CONTENT_LENGTH) || 'Done.' };
  const said = limited(body, MAX_REFUSAL_LENGTH);
  return { ok: false, content: `${toolName} refused the call (${status})${said === '' ? '.' : `: ${said}`}` };
}

function limited(body: string, length: number): string {
  const text = storableText(body).trim();
  return text.length <= length ? text : `${text.slice(0, length).toWellFormed()} […]`;
}
