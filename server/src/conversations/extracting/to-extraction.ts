import type { Extraction, ExtractionDetail, ExtractionField, FieldChange, PreviewField } from '@foyer/contracts/extractions.ts';
import { levelOf } from '#agents/extraction/confidence.ts';
import { type ExtractionFieldRow, type ExtractionRow, type HistoryRow, toStoredField } from '#agents/extraction/extractions.repository.ts';
import { missingFields } from '#agents/extraction/merge-fields.ts';
import { storedForm } from '#agents/forms/form-schema.ts';
import type { FieldValue, KnownField } from '#agents/forms/known-field.ts';

export const toExtraction = (row: ExtractionRow): Extraction => ({
  id: row.id,
  conversationId: row.conversationId,
  formType: row.formType,
  extractionStatus: row.status,
  overallConfidence: row.overallConfidence,
  engine: row.engineId,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export function toDetail(row: ExtractionRow, fields: readonly ExtractionFieldRow[], history: readonly HistoryRow[]): ExtractionDetail {
  const form = storedForm(row.formSchema);
  const inOrder = form.fields.flatMap(({ name }) => fields.find((field) => field.name === name) ?? []);
  return {
    ...toExtraction(row),
    formSchema: row.formSchema,
    fields: inOrder.map(toField),
    missingFields: missingFields(form, fields.map(toStoredField)).map(({ name }) => name),
    notes: row.notes,
    history: history.map(toChange),
  };
}

const toField = (row: ExtractionFieldRow): ExtractionField => ({
  ...toPreviewField(toStoredField(row)),
  isCalibrated: row.isCalibrated,
  changedBy: row.changedBy,
  changedByPersonId: row.changedByPersonId,
  changedAt: row.changedAt.toISOString(),
});

export const toPreviewField = ({ fieldName, value, confidence, status, evidence }: KnownField): PreviewField => ({
  fieldName,
  value: toValue(value),
  confidence,
  confidenceLevel: levelOf(confidence),
  status,
  evidence: [...evidence],
});

const toChange = (row: HistoryRow): FieldChange => ({
  fieldName: row.name,
  oldValue: toValue(row.oldValue),
  newValue: toValue(row.newValue),
  oldStatus: row.oldStatus,
  newStatus: row.newStatus,
  evidence: row.evidence,
  changedBy: row.changedBy,
  changedByPersonId: row.changedByPersonId,
  engine: row.engineId,
  changedAt: row.changedAt.toISOString(),
});

const toValue = (value: FieldValue | null): ExtractionField['value'] =>
  Array.isArray(value) ? [...value] : (value as ExtractionField['value']);
