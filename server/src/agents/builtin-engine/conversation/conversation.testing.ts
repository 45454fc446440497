import type { ToolDescription } from '#messaging/tool.ts';
import { readFormSchema } from '../../forms/form-schema.ts';
import type { Intake, KnownField } from '../../forms/known-field.ts';
import type { SearchResult, ToldPassage } from '../../knowledge/knowledge.tools.ts';
import type { ChatMessage, ChatRequest, Organisation } from '../../models/chat-model.ts';
import { answerVisitor, type BuiltinRole } from './answer-visitor.ts';

/** A Tuesday, eleven in the morning in New York. */
export const NOW = new Date('2026-12-01T16:00:00Z');

export const CLINIC: Organisation = {
  name: 'Riverside Clinic',
  locale: 'en-US',
  timeZone: 'America/New_York',
  now: NOW,
  spokenLocale: 'en',
  profile: {
    openingHours: { tuesday: [{ from: '09:00', to: '17:00' }], saturday: [{ from: '09:00', to: '12:00' }] },
    contact: { phone: '+1 212 555 0100', address: '12 Main Street, Springfield' },
    services: [{ name: 'Check-ups' }, { name: 'Blood tests' }],
  },
};

export const SEARCH: ToolDescription = {
  name: 'search_knowledge',
  description: 'Looks things up.',
  parameters: { type: 'object', properties: { query: { type: 'string' } } },
};
export const TRANSFER: ToolDescription = {
  name: 'transfer_to_person',
  description: 'Hands over.',
  parameters: { type: 'object', properties: { reason: { type: 'string' } } },
};

export function intakeWith(properties: Record<string, unknown>, required: string[] = [], fields: KnownField[] = []): Intake {
  const read = readFormSchema({ type: 'object', properties, required }, 'form');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return { formType: 'intake', form: read.form, fields, now: NOW, timeZone: 'America/New_York' };
}

export type Given = Partial<Pick<ChatRequest, 'tools' | 'language' | 'intake' | 'organisation' | 'urgency'>> & {
  role?: BuiltinRole;
  /** What the search finds. */
  finds?: (query: string) => Partial<ToldPassage>[];
};

export interface Held {
  /** What the visitor read, message by message. */
  answers: string[];
  /** Of tools, in order, with their arguments. */
  calls: { tool: string; arguments: Record<string, string> }[];
}

/** Holds a conversation: the visitor says one line after the other, and each is answered. */
export async function hold(lines: readonly string[], given: Given = {}): Promise<Held> {
  const { role = 'no-model', finds, ...request } = given;
  const tools = request.tools ?? [TRANSFER, ...(finds ? [SEARCH] : [])];
  const messages: ChatMessage[] = [];
  const held: Held = { answers: [], calls: [] };
  for (const line of lines) {
    messages.push({ role: 'user', content: line });
    for (let round = 0; round < 4; round += 1) {
      const decision = await answerVisitor(role, { language: 'en', ...request, tools, messages }, new AbortController().signal);
      if (decision.kind === 'say') {
        held.answers.push(decision.text);
        messages.push({ role: 'assistant', content: decision.text });
        break;
      }
      held.calls.push({ tool: decision.tool, arguments: decision.arguments });
      const call = { providerCallId: `c${round}`, name: decision.tool, argumentsText: JSON.stringify(decision.arguments) };
      messages.push({ role: 'assistant', content: '', toolCalls: [call] });
      const content = decision.tool === SEARCH.name ? found(finds?.(decision.arguments.query ?? '') ?? []) : 'Done.';
      messages.push({ role: 'tool', toolCallId: call.providerCallId, name: decision.tool, content });
    }
  }
  return held;
}

/** As `search_knowledge` answers. */
function found(passages: readonly Partial<ToldPassage>[]): string {
  const told = passages.map((passage, index) => ({ ...PASSAGE, n: index + 1, ...passage }));
  return JSON.stringify({ note: 'Passages.', passages: told } satisfies SearchResult);
}

const PASSAGE: ToldPassage = { n: 1, title: 'A document', text: 'A text.', score: 0.7, confidence: 'confident', documentId: 'd1' };
