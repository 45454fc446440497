import { z } from 'zod';
import { contacts } from '#contacts/contacts.tables.ts';
import { insertConversation, lockConversation } from '#messaging/conversations/conversations.repository.ts';
import type { DatabaseTool, RemoteTool, RemoteToolContext, Tool, ToolContext, ToolResult } from '#messaging/tool.ts';
import { toToolDescription } from '#messaging/tool.ts';
import type { TurnAnswer, TurnEvent } from '#messaging/turn-event.ts';
import { dropRequestedCalls, listSteps, listToolCalls, type RecordedStep, type ToolCall } from '#messaging/turns/turn-steps.repository.ts';
import { type ClaimedTurn, claimTurn, endActiveTurn, insertTurn, type Turn } from '#messaging/turns/turns.repository.ts';
import { grantTenantScope, type TenantScope } from '#platform/db/tenant-scope.ts';
import { assertOutsideUnitOfWork, type EventDraft, type UnitOfWork } from '#platform/db/unit-of-work.ts';
import { newId } from '#platform/ids.ts';
import type { TestDatabase } from '#test/test-database.ts';
import type { ChatModel, ChatRequest, ModelEvent } from '../models/chat-model.ts';
import { createUsageLedger } from '../models/usage-ledger.ts';
import { runTurn } from './run-turn.ts';
import { createTurnJournal, type TurnJournal } from './turn-journal.ts';

export type Round = readonly (string | { call: string; args?: unknown; raw?: string })[];

export interface ScriptedModel extends ChatModel {
  requests: ChatRequest[];
}

/**
 * Says and calls what the script has for each round; which round it is, it reads from the request, as a model would.
 * `voice` goes into its texts and into the ids of its calls, so that two attempts never say quite the same.
 */
export function scriptedModel(rounds: readonly Round[], voice = 'a'): ScriptedModel {
  return modelThat((request) => {
    const done = request.messages.filter((message) => message.role === 'assistant' && message.toolCalls).length;
    return eventsOf(rounds[done] ?? [], voice);
  });
}

/** A model whose answer to a request is given as events. */
export function modelThat(answer: (request: ChatRequest) => Iterable<ModelEvent>): ScriptedModel {
  const requests: ChatRequest[] = [];
  return {
    id: 'scripted',
    capabilities: { tools: true, images: false, documents: false },
    requests,
    stream: async function* (request, signal) {
      assertOutsideUnitOfWork('The scripted model');
      requests.push({ ...request, messages: [...request.messages] });
      for (const event of answer(request)) {
        signal.throwIfAborted();
        yield event;
      }
    },
  };
}

function eventsOf(round: Round, voice: string): ModelEvent[] {
  let ordinal = 0;
  const events = round.flatMap((item): ModelEvent[] => {
    if (typeof item === 'string')
      return [...item.matchAll(/\S+\s*/g)].map(([word]) => ({ type: 'text-delta', delta: word.replaceAll('@', voice) }));
    const call = { name: item.call, argumentsText: item.raw ?? JSON.stringify(item.args ?? {}), providerCallId: `${voice}_${ordinal}` };
    return [{ type: 'tool-call', ordinal: ordinal++, ...call }];
  });
  const usage = { inputTokens: 10, outputTokens: 5 };
  return [...events, { type: 'finish', reason: ordinal > 0 ? 'tool-calls' : 'stop', usage }];
}

/** Its effect can be counted: one contact of that name. */
export const addContact: DatabaseTool<{ name: string }> = {
  kind: 'database',
  name: 'add_contact',
  description: 'Adds a contact.',
  parameters: z.strictObject({ name: z.string().min(1) }),
  run: async (tx, { name }) => {
    if (name === 'Nobody') return { ok: false, content: 'Nobody cannot be added.' };
    await tx.insert(contacts).values({ name, tenantId: tx.scope.tenantId });
    return { ok: true, content: `Added ${name}.` };
  },
};

/** A server elsewhere that remembers how it was called. */
export function remoteTool(
  answer: (context: RemoteToolContext) => Promise<ToolResult> | ToolResult = () => ({ ok: true, content: 'Sent.' }),
) {
  const keys: string[] = [];
  const tool: RemoteTool<unknown> = {
    kind: 'remote',
    name: 'send_letter',
    description: 'Sends a letter.',
    parameters: z.object({}),
    call: async (_args, context) => {
      assertOutsideUnitOfWork('A remote tool');
      keys.push(context.idempotencyKey);
      return answer(context);
    },
  };
  return { tool, keys };
}

export interface Run {
  model: ChatModel;
  tools?: readonly Tool[];
  /** Puts something between the turn and its journal. */
  journal?: (real: TurnJournal) => TurnJournal;
  carriedSteps?: RecordedStep[];
  signal?: AbortSignal;
}

export interface Ran {
  events: TurnEvent[];
  answer: TurnAnswer | undefined;
  /** All deltas, one after the other; fails the test when an offset is wrong. */
  streamed: string;
  error: unknown;
}

export interface TurnWorld {
  scope: TenantScope;
  conversationId: string;
  unitOfWork: UnitOfWork;
  events: EventDraft[];
  newTurn(): Promise<ClaimedTurn>;
  /** The lease of whoever has it runs out, and somebody else takes the turn. */
  claimAgain(claim: ClaimedTurn): Promise<ClaimedTurn>;
  /** What a message that comes during the turn does to it. */
  supersede(claim: ClaimedTurn): Promise<ClaimedTurn>;
  journalOf(claim: ClaimedTurn): TurnJournal;
  /** Runs the turn from its record on, to its end or to what stopped it. */
  run(claim: ClaimedTurn, run: Run): Promise<Ran>;
  steps(claim: ClaimedTurn): Promise<RecordedStep[]>;
  calls(): Promise<ToolCall[]>;
  contactNames(): Promise<string[]>;
  /** All that a turn can write, to see that it did not. */
  everything(): Promise<unknown>;
}

/** A conversation of a new tenant, with turns on it. */
export async function createTurnWorld(database: TestDatabase): Promise<TurnWorld> {
  const scope = grantTenantScope(newId(), { kind: 'agent' });
  const { tenantId } = scope;
  const events: EventDraft[] = [];
  const unitOfWork = database.unitOfWork({ recordEvents: async (_db, _scope, drafts) => void events.push(...drafts) });
  const context = { contactId: newId(), agentId: newId() };
  const { id: conversationId } = await unitOfWork.write(scope, (tx) =>
    insertConversation(tx, { ...context, channel: 'web-chat', language: 'en' }),
  );
  let seq = 0;

  const claimed = (turn: Turn): ClaimedTurn => {
    const { id: turnId, epoch, fromSeq, toSeq, failures } = turn;
    return { turnId, tenantId, conversationId, epoch, fromSeq, toSeq, failures, messageId: newId() };
  };
  const draft = () => {
    seq += 1;
    return { id: newId(), conversationId, fromSeq: seq, toSeq: seq, owner: newId() };
  };
  const steps = (claim: ClaimedTurn) => unitOfWork.read(scope, (tx) => listSteps(tx, [claim.turnId]));
  const journalOf = (claim: ClaimedTurn) => createTurnJournal(unitOfWork, scope, claim, context.agentId);

  return {
    scope,
    conversationId,
    unitOfWork,
    events,
    newTurn: () => unitOfWork.write(scope, async (tx) => claimed(await insertTurn(tx, draft()))),
    claimAgain: async ({ turnId }) => {
      await database.asSuperuser(`update turns set lease_until = now() - interval '1 second' where id = $1`, [turnId]);
      const turn = await unitOfWork.write(scope, (tx) => claimTurn(tx, turnId, newId()));
      if (!turn) throw new Error('The turn could not be claimed.');
      return claimed(turn);
    },
    supersede: ({ turnId }) =>
      unitOfWork.write(scope, async (tx) => {
        await lockConversation(tx, conversationId);
        const successor = draft();
        await endActiveTurn(tx, conversationId, { status: 'superseded', supersededBy: successor.id });
        await dropRequestedCalls(tx, turnId);
        return claimed(await insertTurn(tx, successor));
      }),
    journalOf,
    run: async (claim, { model, tools = [addContact], journal = (real) => real, carriedSteps = [], signal }) => {
      const toolContext: ToolContext = { ...context, tenantId, conversationId, turnId: claim.turnId, language: 'en' };
      const input = {
        turnId: claim.turnId,
        model,
        tools: new Map(tools.map((tool) => [tool.name, tool])),
        toolDescriptions: tools.map((tool) => toToolDescription(tool)),
        settings: {},
        messages: [{ role: 'user' as const, content: 'Hello' }],
        carriedSteps,
        recordedSteps: await steps(claim),
        context: toolContext,
        journal: journal(journalOf(claim)),
        usage: createUsageLedger(),
      };
      const ran: Ran = { events: [], answer: undefined, streamed: '', error: undefined };
      try {
        for await (const event of runTurn(input, signal ?? new AbortController().signal)) {
          ran.events.push(event);
          if (event.type === 'answer') ran.answer = event.answer;
          if (event.type !== 'text-delta') continue;
          if (event.offset !== ran.streamed.length) throw new Error(`Offset ${event.offset} after ${ran.streamed.length} units of text.`);
          ran.streamed += event.delta;
        }
      } catch (error) {
        ran.error = error;
      }
      return ran;
    },
    steps,
    calls: () => unitOfWork.read(scope, (tx) => listToolCalls(tx, conversationId)),
    contactNames: async () => {
      const rows = await unitOfWork.read(scope, (tx) => tx.select({ name: contacts.name }).from(contacts));
      return rows.map(({ name }) => name ?? '').sort();
    },
    everything: async () => {
      const tables = ['turns', 'turn_steps', 'tool_calls', 'contacts', 'conversations'];
      const rows = tables.map((table) =>
        database.asSuperuser(`select to_jsonb(t) as row from ${table} t where tenant_id = $1 order by id`, [tenantId]),
      );
      return { rows: await Promise.all(rows), events: events.length };
    },
  };
}
