import type { ProposedField } from './extraction-engine.ts';
import { shortIdOf } from './extraction-prompt.ts';

export type ReadExtraction = { ok: true; fields: ProposedField[]; notes: string | undefined } | { ok: false; fault: string };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const MAX_NOTES_LENGTH = 2_000;

/**
 * What a model has called the tool with, or has written instead: JSON by itself or between code fences.
 * @param keys the names under which the model knows the fields
 */
export function readExtraction(text: string, messageIds: readonly string[], keys: ReadonlyMap<string, string>): ReadExtraction {
  const json = parse(text);
  if (!isObject(json)) return { ok: false, fault: 'The answer is not a JSON object' };
  const { extracted_fields: values, confidence_scores: scores, evidence, extraction_notes: notes } = json;
  if (!isObject(values)) return { ok: false, fault: 'extracted_fields is missing or no object' };
  const idOf = new Map(messageIds.map((id, index) => [shortIdOf(index), id]));
  const nameOf = new Map([...keys].map(([name, key]) => [key, name]));
  const fields = Object.entries(values).flatMap(([key, value]): ProposedField[] => {
    // Not said.
    if (value === null || value === undefined) return [];
    const score = isObject(scores) ? Number(scores[key]) : Number.NaN;
    // What kind of value it is, is for the checks to say.
    return [
      {
        fieldName: nameOf.get(key) ?? key,
        value: value as ProposedField['value'],
        confidence: score,
        evidence: quotesIn(isObject(evidence) ? evidence[key] : undefined, idOf),
      },
    ];
  });
  return {
    ok: true,
    fields,
    notes: typeof notes === 'string' && notes.trim() !== '' ? notes.trim().slice(0, MAX_NOTES_LENGTH).toWellFormed() : undefined,
  };
}

function quotesIn(evidence: unknown, idOf: ReadonlyMap<string, string>): { messageId: string; quote: string }[] {
  const items = Array.isArray(evidence) ? evidence : [evidence];
  return items.flatMap((item) => {
    if (!isObject(item) || typeof item.quote !== 'string') return [];
    const messageId = idOf.get(String(item.message_id).trim().toLowerCase());
    return messageId === undefined ? [] : [{ messageId, quote: item.quote }];
  });
}

function parse(text: string): unknown {
  const fenced = /```(?:json)?\s*\n?([\s\S]*?)```/i.exec(text)?.[1];
  for (const candidate of [text, fenced, text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)]) {
    if (candidate === undefined || candidate.trim() === '') continue;
    try {
      return JSON.parse(candidate);
    } catch {
      // The next form may be the one.
    }
  }
  return undefined;
}
