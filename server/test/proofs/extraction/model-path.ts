import { ExtractionFailed, type ExtractionMessage, type ProposedField } from '#agents/extraction/extraction-engine.ts';
import { createModelExtraction } from '#agents/extraction/model-extraction.ts';
import { readFormSchema } from '#agents/forms/form-schema.ts';
import type { FieldValue } from '#agents/forms/known-field.ts';
import type { ChatModel, ModelEvent } from '#agents/models/chat-model.ts';
import { CONVERSATIONS, type ModelAnswer, WRONG_ANSWERS, type WrongAnswer } from './wrong-answers.ts';

export interface ModelPathFigures {
  /** How many answers of each kind were tried. */
  kinds: ReadonlyMap<string, number>;
  /** What became a value that nobody said. */
  through: string[];
  /** What should have been kept, brought into the right form or asked for again, and was not. */
  lost: string[];
  tried: number;
}

/** Lets a scripted model give every kind of wrong answer, and looks at what is left of it after checks and repair. */
export async function proveModelPath(): Promise<ModelPathFigures> {
  const kinds = new Map<string, number>();
  const through: string[] = [];
  const lost: string[] = [];
  for (const wrong of WRONG_ANSWERS) {
    kinds.set(wrong.kind, (kinds.get(wrong.kind) ?? 0) + 1);
    // Stubborn: the same again. Or taught: right the second time.
    const stubborn = await outcomeOf(wrong, [wrong.answer, wrong.answer]);
    const name = `${wrong.kind}: ${wrong.what}`;
    const values = stubborn === 'failed' ? [] : stubborn;
    for (const { fieldName, value } of values) {
      if (!isWanted(wrong, fieldName, value)) through.push(`${name} → ${fieldName} ${JSON.stringify(value)}`);
    }
    if (wrong.isUnreadable && stubborn !== 'failed') lost.push(`${name}: was taken for an answer`);
    if (!wrong.isUnreadable && stubborn === 'failed') lost.push(`${name}: was taken for none`);
    for (const [fieldName, value] of Object.entries(wrong.kept ?? {})) {
      if (!values.some((field) => field.fieldName === fieldName && same(field.value, value)))
        lost.push(`${name}: ${fieldName} was not kept`);
    }
    if (wrong.repaired) {
      const taught = await outcomeOf(wrong, [wrong.answer, wrong.repaired]);
      const isMended =
        taught !== 'failed' && taught.length > 0 && taught.every(({ fieldName, value }) => isWanted(wrong, fieldName, value));
      if (!isMended) lost.push(`${name}: a second answer that is right was not taken`);
    }
  }
  return { kinds, through, lost, tried: WRONG_ANSWERS.length };
}

/** What the conversation really says. */
function isWanted({ conversation, kept = {} }: WrongAnswer, fieldName: string, value: FieldValue): boolean {
  const { truth } = CONVERSATIONS[conversation];
  return same(kept[fieldName] ?? null, value) || same(truth[fieldName] ?? null, value);
}

const same = (one: FieldValue | null, other: FieldValue | null): boolean => JSON.stringify(one) === JSON.stringify(other);

async function outcomeOf({ conversation }: WrongAnswer, answers: readonly ModelAnswer[]): Promise<readonly ProposedField[] | 'failed'> {
  const { form: schema, messages, language, today } = CONVERSATIONS[conversation];
  const reading = readFormSchema(schema, 'form');
  if (!reading.ok) throw new Error(`The form cannot be read: ${JSON.stringify(reading.problems)}`);
  const engine = createModelExtraction({ model: answering(answers), settings: {} });
  const said: ExtractionMessage[] = messages.map(([role, content], index) => ({ id: `message-${index + 1}`, role, content }));
  try {
    const { fields } = await engine.extract(
      { formType: 'intake', form: reading.form, messages: said, language, now: new Date(`${today}T12:00:00Z`), timeZone: 'UTC' },
      new AbortController().signal,
    );
    return fields;
  } catch (error) {
    if (error instanceof ExtractionFailed) return 'failed';
    throw error;
  }
}

/** A model that says these things, one after the other. */
function answering(answers: readonly ModelAnswer[]): ChatModel {
  let asked = 0;
  return {
    id: 'scripted',
    capabilities: { tools: true, images: false, documents: false },
    async *stream(request): AsyncGenerator<ModelEvent> {
      const answer = answers[asked] ?? {};
      asked += 1;
      if (answer.text !== undefined) yield { type: 'text-delta', delta: answer.text };
      if (answer.call !== undefined) {
        const argumentsText = typeof answer.call === 'string' ? answer.call : JSON.stringify(answer.call);
        yield { type: 'tool-call', ordinal: 0, providerCallId: `call-${asked}`, name: request.toolChoice?.name ?? '', argumentsText };
      }
      yield { type: 'finish', reason: answer.call === undefined ? 'stop' : 'tool-calls' };
    },
  };
}
