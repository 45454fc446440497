import { assertOutsideUnitOfWork } from '#platform/db/unit-of-work.ts';
import type { ChatMessage, ChatModel, ChatRequest, RequestedToolCall } from '../models/chat-model.ts';
import { ModelError } from '../models/model-error.ts';
import { checkProposal, type Refusal } from './check-proposal.ts';
import { type ExtractionEngine, ExtractionFailed, type ExtractionRequest, type ProposedField } from './extraction-engine.ts';
import { conversationText, extractionInstructions } from './extraction-prompt.ts';
import { extractionTool, keysOf, toolNameOf } from './extraction-tool.ts';
import { readExtraction } from './read-extraction.ts';

interface Options {
  model: ChatModel;
  settings: Pick<ChatRequest['settings'], 'model' | 'maxTokens'>;
  onSpent?: ChatRequest['onSpent'];
}

/** The same words should give the same values. */
const TEMPERATURE = 0.1;
/** What a form with a hundred fields takes, evidence included. */
const LEAST_TOKENS = 4_000;
/** An answer past this is none. UTF-16 units. */
const MAX_ANSWER_LENGTH = 200_000;
const MAX_COMPLAINTS = 30;

/**
 * Asks a language model, which answers by calling one tool. What it says is checked; what is refused is named to it once, and what it
 * makes of that is checked again. What passed the first time stays.
 */
export function createModelExtraction({ model, settings, onSpent }: Options): ExtractionEngine {
  return {
    id: model.id,
    extract: (request, signal) => {
      assertOutsideUnitOfWork('A language model');
      return extract(request, signal);
    },
  };

  async function extract(request: ExtractionRequest, signal: AbortSignal) {
    const tool = extractionTool(request.formType, request.form);
    const messages: ChatMessage[] = [
      { role: 'system', content: extractionInstructions(request, tool.name) },
      { role: 'user', content: conversationText(request.messages) },
    ];
    const first = await ask(messages);
    const one = judge(request, first);
    if (one.complaints.length === 0) return { fields: one.accepted, ...(one.notes !== undefined && { notes: one.notes }) };

    const second = await ask([...messages, ...repair(first, toolNameOf(request.formType), one.complaints)]);
    const two = judge(request, second);
    if (!one.isReadable && !two.isReadable) throw new ExtractionFailed();
    const kept = one.accepted.filter(({ fieldName }) => !two.accepted.some((again) => again.fieldName === fieldName));
    const left = two.isReadable ? two.refused : one.refused;
    const notes = [two.notes ?? one.notes, ...left.map(told)].filter((note) => note !== undefined);
    return { fields: [...kept, ...two.accepted], ...(notes.length > 0 && { notes: notes.join('\n') }) };

    async function ask(asked: ChatMessage[]): Promise<Answer> {
      const answer: Answer = { text: '', call: undefined };
      const chat: ChatRequest = {
        messages: asked,
        tools: [tool],
        toolChoice: { name: tool.name },
        settings: { ...settings, temperature: TEMPERATURE, maxTokens: Math.max(LEAST_TOKENS, settings.maxTokens ?? 0) },
        language: request.language,
        ...(onSpent && { onSpent }),
      };
      for await (const event of model.stream(chat, signal)) {
        if (event.type === 'text-delta') answer.text += event.delta;
        else if (event.type === 'tool-call') answer.call ??= event;
        // The last resort has answered, which knows nothing of forms.
        else if (event.reason === 'degraded') throw new ModelError('unreachable');
        if (answer.text.length > MAX_ANSWER_LENGTH) break;
      }
      return answer;
    }
  }
}

interface Answer {
  text: string;
  call: RequestedToolCall | undefined;
}

interface Judged {
  isReadable: boolean;
  accepted: ProposedField[];
  refused: Refusal[];
  complaints: string[];
  notes: string | undefined;
}

function judge(request: ExtractionRequest, { call, text }: Answer): Judged {
  const ids = request.messages.map(({ id }) => id);
  const read = readExtraction(call?.argumentsText ?? text, ids, keysOf(request.form));
  if (!read.ok) return { isReadable: false, accepted: [], refused: [], complaints: [read.fault], notes: undefined };
  const { accepted, refused } = checkProposal(request, read.fields);
  return { isReadable: true, accepted, refused, complaints: refused.map(told), notes: read.notes };
}

const told = ({ fieldName, message }: Refusal): string => `${fieldName}: ${message}`;

/** The answer as it was, and what is wrong with it. */
function repair({ call, text }: Answer, toolName: string, complaints: readonly string[]): ChatMessage[] {
  const list = complaints.slice(0, MAX_COMPLAINTS).map((one) => `- ${one}`);
  const content = [
    'This cannot be used as it is:',
    ...list,
    `Call ${toolName} again with everything, and leave out what the messages do not say.`,
  ].join('\n');
  if (!call) return [...(text.trim() === '' ? [] : [{ role: 'assistant' as const, content: text }]), { role: 'user', content }];
  return [
    { role: 'assistant', content: '', toolCalls: [call] },
    { role: 'tool', toolCallId: call.providerCallId, name: call.name, content, failed: true },
  ];
}
