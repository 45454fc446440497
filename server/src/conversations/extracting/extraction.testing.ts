import type { DurableFrame } from '@foyer/contracts/chat-socket.ts';
import type { ChatRequest, ModelEvent } from '#agents/models/chat-model.ts';
import { calling, lastUserText, type Script, saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp, type TestAppOptions } from '#test/test-app.ts';
import type { Visitor } from '#test/visitor.ts';

export type ExtractionUpdate = Extract<DurableFrame, { type: 'extraction_update' }>;

export const FORM = {
  type: 'object',
  title: 'Intake',
  required: ['name', 'weight'],
  properties: {
    name: { type: 'string', title: 'Full name' },
    weight: { type: 'number', title: 'Weight', description: 'In kilograms', minimum: 1, maximum: 350 },
    smokes: { type: 'boolean', title: 'Smokes?', medicalTerms: ['smoker', 'cigarettes'] },
  },
};

/** What a model is told of the conversation: one object per message. */
export const messagesIn = (request: ChatRequest): { message_id: string; from: string; text: string }[] =>
  (request.messages.find(({ role }) => role === 'user')?.content ?? '').split('\n').map((line) => JSON.parse(line));

/** As a model calls the tool: each value with the words of the visitor's message that says it. */
export function found(request: ChatRequest, values: Record<string, [value: unknown, quote: string]>): AsyncGenerator<ModelEvent> {
  const messages = messagesIn(request);
  const by = <T>(pick: (value: unknown, quote: string) => T) =>
    Object.fromEntries(Object.entries(values).map(([name, [value, quote]]) => [name, pick(value, quote)]));
  return calling(request.toolChoice?.name ?? '', {
    extracted_fields: by((value) => value),
    confidence_scores: by(() => 0.9),
    evidence: by((_value, quote) => [
      { message_id: messages.findLast(({ from, text }) => from === 'visitor' && text.includes(quote))?.message_id, quote },
    ]),
  });
}

/** Understands “I am …”, “I weigh … kg” and “I smoke”, as a model would; answers everything else with an echo. */
export const attentive: Script = (request) => {
  if (!request.toolChoice) return saying(`You said: ${lastUserText(request)}`);
  const said = messagesIn(request)
    .filter(({ from }) => from === 'visitor')
    .map(({ text }) => text);
  const last = (pattern: RegExp) => said.map((text) => pattern.exec(text)).findLast((match) => match !== null);
  const [name, weight, smokes] = [last(/I am ([A-Z][\w ]+)/), last(/I weigh (\d+) (?:kg|lb)/), last(/I smoke/)];
  return found(request, {
    ...(name && { name: [name[1], name[0]] }),
    ...(weight && { weight: [Number(weight[1]), weight[0]] }),
    ...(smokes && { smokes: [true, smokes[0]] }),
  });
};

export interface ExtractionDesk {
  desk: TestApp;
  tenantId: string;
  projectId: string;
  /** What the model does from now on. */
  model(script: Script): void;
  /** A visitor whose page has given a form, connected. */
  visitor(metadata?: Record<string, unknown>, more?: Record<string, unknown>): Promise<Visitor>;
  /** As the tenant's owner, or whoever is named. */
  call(method: string, path: string, options?: { body?: unknown; headers?: Record<string, string> }): ReturnType<TestApp['call']>;
}

/**
 * A desk with an app that has extraction switched on, and a model that does as the test says.
 * @param options.hasOwnModels the models are those of the environment instead
 */
export async function openExtractionDesk({
  hasOwnModels = false,
  ...options
}: TestAppOptions & { hasOwnModels?: boolean } = {}): Promise<ExtractionDesk> {
  let script: Script = attentive;
  const models = scriptedModels((request, signal) => script(request, signal));
  const desk = await startTestApp({ ...(!hasOwnModels && { models }), ...options });
  const { tenantId, app } = await desk.tenant('clinic');
  const call: ExtractionDesk['call'] = (method, path, { headers, ...more } = {}) =>
    desk.call(method, path, { as: desk.admin, headers: { 'x-tenant-id': tenantId, ...headers }, ...more });
  await call('POST', `/apps/${app.id}/configs`, { body: { features: { chat: true, extraction: true }, isActive: true } });
  return {
    desk,
    tenantId,
    projectId: app.projectId,
    call,
    model: (next) => {
      script = next;
    },
    visitor: async (metadata = { formSchema: FORM, formType: 'intake' }, more = {}) => {
      const visitor = await desk.visitor(app.projectId, { metadata, ...more });
      await visitor.connect();
      return visitor;
    },
  };
}

/** The first update, from `from` on, that `matches`. */
export const update = (visitor: Visitor, matches: (frame: ExtractionUpdate) => boolean, from = 0): Promise<ExtractionUpdate> =>
  visitor.frame<ExtractionUpdate>((frame) => frame.type === 'extraction_update' && matches(frame), from);

export const valuesOf = ({ fields }: Pick<ExtractionUpdate, 'fields'>): Record<string, unknown> =>
  Object.fromEntries(fields.map(({ fieldName, value }) => [fieldName, value]));
