import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { storedForm } from '../forms/form-schema.ts';
import type { Intake } from '../forms/known-field.ts';
import { findExtraction, listFields, toStoredField } from './extractions.repository.ts';

/** The form that a conversation fills in, and what is known of it, for whoever answers; undefined where there is none. */
export async function intakeOf(
  tx: TenantTransaction,
  extractionId: string | null,
  moment: Pick<Intake, 'now' | 'timeZone'>,
): Promise<Intake | undefined> {
  const extraction = extractionId === null ? undefined : await findExtraction(tx, extractionId);
  if (!extraction) return undefined;
  const fields = await listFields(tx, extraction.id);
  return { formType: extraction.formType, form: storedForm(extraction.formSchema), fields: fields.map(toStoredField), ...moment };
}
