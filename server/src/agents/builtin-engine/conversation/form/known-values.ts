import { withChecks } from '../../../extraction/checked-engine.ts';
import type { ExtractionMessage } from '../../../extraction/extraction-engine.ts';
import type { FieldValue, Intake } from '../../../forms/known-field.ts';
import { createBuiltinExtraction } from '../../form-filling/builtin-extraction.ts';

/** What is known of a form before and after what the visitor wrote last. */
export interface KnownValues {
  before: ReadonlyMap<string, FieldValue>;
  after: ReadonlyMap<string, FieldValue>;
  /** Somebody said that what was found for these is wrong; no engine fills them in again. */
  rejected: ReadonlySet<string>;
}

/**
 * Reads the conversation for its form, as the stored extraction is read beside the answer, which may be a message behind. What a
 * person has confirmed or corrected holds; what is stored as found stands in where the messages no longer reach back so far.
 */
export async function knownValues(
  intake: Intake,
  { said, answered }: { said: readonly ExtractionMessage[]; answered: number },
  language: string,
  signal: AbortSignal,
): Promise<KnownValues> {
  const engine = withChecks(createBuiltinExtraction());
  const { form, formType, now, timeZone, fields } = intake;
  const read = async (messages: readonly ExtractionMessage[]) => {
    const { fields: found } = await engine.extract({ form, formType, now, timeZone, language, messages }, signal);
    return new Map(found.map(({ fieldName, value }) => [fieldName, value]));
  };
  const after = await read(said);
  const before = answered === 0 ? new Map<string, FieldValue>() : await read(said.slice(0, answered));
  const rejected = new Set<string>();
  for (const { fieldName, value, status } of fields) {
    if (status === 'rejected' || value === null) {
      rejected.add(fieldName);
      for (const values of [before, after]) values.delete(fieldName);
    } else if (status !== 'suggested' || !after.has(fieldName)) {
      for (const values of [before, after]) values.set(fieldName, value);
    }
  }
  return { before, after, rejected };
}
