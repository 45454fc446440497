import type { Tool, ToolContext, ToolDescription } from '#messaging/tool.ts';
import { MAX_ARGUMENTS_LENGTH } from '#messaging/tool-arguments.ts';
import type { TurnEvent } from '#messaging/turn-event.ts';
import type { JournalledCall, RecordedStep } from '#messaging/turns/turn-steps.repository.ts';
import type { Intake } from '../forms/known-field.ts';
import type { ChatMessage, ChatModel, ChatRequest, RequestedToolCall, TokenUsage } from '../models/chat-model.ts';
import { ModelError } from '../models/model-error.ts';
import type { UsageLedger } from '../models/usage-ledger.ts';
import { settleCall } from './settle-call.ts';
import type { TurnJournal } from './turn-journal.ts';

/** After so many rounds of tool calls the model has to answer with what it has. */
const MAX_TOOL_ROUNDS = 8;
/** One round asks for at most so many calls; more is a model running wild. */
const MAX_CALLS_PER_ROUND = 16;
/** An answer that grows past this is cut, like one that reaches its token limit. UTF-16 units. */
const MAX_ANSWER_LENGTH = 100_000;

export interface TurnInput {
  turnId: string;
  model: ChatModel;
  tools: ReadonlyMap<string, Tool>;
  /** As the model sees them: the tenant may have reworded a description. */
  toolDescriptions: ToolDescription[];
  settings: ChatRequest['settings'];
  /** The form that the conversation fills in, where there is one. */
  intake?: Intake;
  /** What the built-in engine cannot read out of instructions. */
  facts?: Pick<ChatRequest, 'organisation' | 'urgency'>;
  /** Instructions and history. */
  messages: ChatMessage[];
  /** Steps of turns that this one supersedes: what they did is done. */
  carriedSteps: RecordedStep[];
  /** Steps of this turn from an earlier attempt. */
  recordedSteps: RecordedStep[];
  context: ToolContext;
  journal: TurnJournal;
  /** What the answers of this attempt took; each step is recorded with what it took so far. */
  usage: UsageLedger;
}

/**
 * Runs a turn: replays what is recorded, then model ⇄ tools until the model has nothing more to call. Text comes out as it is written.
 * @throws {ModelError} when the model gives no answer; {TurnLost} when the turn has become somebody else's
 */
export async function* runTurn(input: TurnInput, signal: AbortSignal): AsyncGenerator<TurnEvent> {
  const { turnId, model, journal, usage } = input;
  const messages = [...input.messages];
  const answer = new AnswerText();

  // What a superseded turn said was withdrawn: its deeds count, its words do not.
  for (const step of input.carriedSteps) messages.push(...stepMessages({ text: '' }, step.calls.map(knownOutcome)));
  for (const step of input.recordedSteps) {
    yield* answer.say(step.text);
    messages.push(...(yield* settleStep(step)));
  }

  for (let step = nextStep(input.recordedSteps); ; step += 1) {
    const mayCall = step < MAX_TOOL_ROUNDS && model.capabilities.tools;
    const round = yield* askModel(mayCall ? input.toolDescriptions : []);
    const recorded: RecordedStep = {
      turnId,
      step,
      text: round.text,
      finishReason: round.finishReason,
      modelId: round.by ?? model.id,
      inputTokens: round.usage?.inputTokens ?? null,
      outputTokens: round.usage?.outputTokens ?? null,
      calls: round.calls.map((call, ordinal) => requestedCall(turnId, step, ordinal, call)),
    };
    if (recorded.calls.length === 0) {
      // A model that says nothing at all has not answered.
      if (answer.text.trim() === '') throw new ModelError('broken-stream');
      yield { type: 'answer', answer: { text: answer.text, finishReason: round.finishReason, lastStep: recorded } };
      return;
    }
    const spent = usage.pending();
    await journal.recordStep(recorded, spent);
    usage.written(spent);
    messages.push(...(yield* settleStep(recorded)));
  }

  async function* askModel(tools: ToolDescription[]): AsyncGenerator<TurnEvent, Round> {
    const round: Round = { text: '', calls: [], finishReason: 'other' };
    answer.beginRound();
    const request: ChatRequest = {
      messages,
      tools,
      settings: input.settings,
      language: input.context.language,
      onSpent: usage.add,
      ...(input.intake && { intake: input.intake }),
      ...input.facts,
    };
    let callsAsked = 0;
    for await (const event of model.stream(request, signal)) {
      if (event.type === 'text-delta') {
        for (const said of answer.say(event.delta)) {
          round.text += said.delta;
          yield said;
        }
        if (answer.isFull) return { ...round, calls: [], finishReason: 'length' };
      } else if (event.type === 'tool-call') {
        callsAsked += 1;
        if (callsAsked > MAX_CALLS_PER_ROUND) return { ...round, finishReason: 'tool-calls' };
        if (tools.length > 0) round.calls.push(event);
      } else {
        round.finishReason = event.reason;
        if (event.usage) round.usage = event.usage;
        if (event.by !== undefined) round.by = event.by;
      }
    }
    return round;
  }

  async function* settleStep(
    step: Pick<RecordedStep, 'text' | 'step'> & { calls: JournalledCall[] },
  ): AsyncGenerator<TurnEvent, ChatMessage[]> {
    const outcomes: Outcome[] = [];
    for (const call of step.calls) {
      const { step: index, ordinal, name } = call;
      yield { type: 'tool-call', step: index, ordinal, name };
      const settled = await settleCall(call, input.tools, input.context, journal, signal);
      yield { type: 'tool-result', step: index, ordinal, name, outcome: settled.outcome };
      outcomes.push({ call, content: settled.content, failed: settled.outcome !== 'succeeded' });
    }
    return stepMessages(step, outcomes);
  }
}

interface Round {
  text: string;
  calls: RequestedToolCall[];
  finishReason: string;
  usage?: TokenUsage;
  by?: string;
}

interface Outcome {
  call: JournalledCall;
  content: string;
  failed: boolean;
}

/** The text of all rounds, as one answer: rounds are paragraphs. */
class AnswerText {
  text = '';
  /** Nothing more fits. */
  isFull = false;
  #startsRound = false;

  beginRound(): void {
    this.#startsRound = true;
  }

  *say(delta: string): Generator<TurnEvent & { type: 'text-delta' }> {
    if (delta === '') return;
    const separator = this.#startsRound && this.text !== '' && !/\s$/.test(this.text) ? '\n\n' : '';
    this.#startsRound = false;
    const whole = separator + delta;
    const said = beginning(whole, MAX_ANSWER_LENGTH - this.text.length);
    this.isFull = said.length < whole.length || this.text.length + said.length >= MAX_ANSWER_LENGTH;
    if (said === '') return;
    yield { type: 'text-delta', delta: said, offset: this.text.length };
    this.text += said;
  }
}

/** At most `length` UTF-16 units, and no half of a surrogate pair. */
function beginning(text: string, length: number): string {
  if (text.length <= length) return text;
  const splitsPair = length > 0 && /[\uD800-\uDBFF]/.test(text.charAt(length - 1));
  return text.slice(0, Math.max(0, splitsPair ? length - 1 : length));
}

const nextStep = (steps: RecordedStep[]): number => Math.max(-1, ...steps.map((step) => step.step)) + 1;

const requestedCall = (turnId: string, step: number, ordinal: number, call: RequestedToolCall): JournalledCall => ({
  turnId,
  step,
  ordinal,
  name: call.name,
  // What is too long to be read is refused, and one unit too many is enough for that.
  argumentsText: call.argumentsText.slice(0, MAX_ARGUMENTS_LENGTH + 1).toWellFormed(),
  state: 'requested',
  result: null,
});

/** A call of a superseded turn, as far as it got. Nobody continues it. */
function knownOutcome(call: JournalledCall): Outcome {
  if (call.state === 'succeeded' || call.state === 'refused' || call.state === 'outcome_unknown') {
    return { call, content: call.result ?? '', failed: call.state !== 'succeeded' };
  }
  if (call.state === 'started') {
    return { call, content: 'This was sent, and its outcome is not known yet. Do not send it again.', failed: true };
  }
  return { call, content: 'This was not done: the visitor wrote again first. Call it again if it is still wanted.', failed: true };
}

/** Ids of our own making: those that a model makes up differ from one attempt to the next. */
const callId = (call: JournalledCall) => `call_${call.turnId.replaceAll('-', '').slice(-12)}_${call.step}_${call.ordinal}`;

function stepMessages(step: { text: string }, outcomes: Outcome[]): ChatMessage[] {
  return [
    {
      role: 'assistant',
      content: step.text,
      toolCalls: outcomes.map(({ call }) => ({ providerCallId: callId(call), name: call.name, argumentsText: call.argumentsText })),
    },
    ...outcomes.map(
      ({ call, content, failed }): ChatMessage => ({ role: 'tool', toolCallId: callId(call), name: call.name, content, failed }),
    ),
  ];
}
