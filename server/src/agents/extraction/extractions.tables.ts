import { boolean, doublePrecision, foreignKey, index, integer, json, jsonb, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { conversations } from '#messaging/conversations/conversations.tables.ts';
import { jsonValue, moment, tenantTable } from '#platform/db/tables.ts';
import type { Evidence, FieldValue } from '../forms/known-field.ts';

const FIELD_STATUSES = ['suggested', 'confirmed', 'corrected', 'rejected'] as const;
const CHANGED_BY = ['engine', 'visitor', 'team'] as const;

/** A form that a conversation fills in, one per type of form, and how far it has been read for it. */
export const extractions = tenantTable(
  'extractions',
  {
    conversationId: uuid().notNull(),
    formType: text().notNull(),
    /** As the page gave it; not as jsonb, which would lose the order of the fields. */
    formSchema: json().$type<Record<string, unknown>>().notNull(),
    /** Raised when the page gives another schema for this type: what was read for the older one is not applied. */
    formVersion: integer().notNull().default(1),
    status: text({ enum: ['partial', 'complete', 'failed'] })
      .notNull()
      .default('partial'),
    overallConfidence: doublePrecision().notNull().default(0),
    /** What the engine and its checks have to say, for the team. It may quote what people wrote. */
    notes: text(),
    /** Who read last; null before the first time. */
    engineId: text(),
    /** The conversation's `seq` up to which it has been read. */
    readSeq: integer().notNull().default(0),
    /** Raised by every change that anybody can see. */
    revision: integer().notNull().default(0),
    /** Who reads at the moment, and until when others leave it to them. */
    readingBy: uuid(),
    readingUntil: moment(),
  },
  (table) => [
    foreignKey({
      name: 'extractions_conversation',
      columns: [table.tenantId, table.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
    }).onDelete('cascade'),
    unique('extractions_within_tenant').on(table.tenantId, table.id),
    uniqueIndex('extractions_form_of_conversation').on(table.conversationId, table.formType),
    index('extractions_recent').on(table.tenantId, table.id.desc()),
  ],
);

/** What is known of a field now. Values and quotes are what people said: they go with the conversation. */
export const extractionFields = tenantTable(
  'extraction_fields',
  {
    extractionId: uuid().notNull(),
    name: text().notNull(),
    /** Null where somebody has rejected what was found. */
    value: jsonValue<FieldValue>(),
    /** As it is shown: calibrated where there is enough to calibrate by. */
    confidence: doublePrecision().notNull(),
    /** As the engine and the checks have it; calibration compares it with what people say. Null for what no engine found. */
    rawConfidence: doublePrecision(),
    isCalibrated: boolean().notNull().default(false),
    status: text({ enum: FIELD_STATUSES }).notNull(),
    evidence: jsonb().$type<Evidence[]>().notNull(),
    changedBy: text({ enum: CHANGED_BY }).notNull(),
    /** The person of the team, where there is one. */
    changedByPersonId: uuid(),
    changedAt: moment().notNull(),
  },
  (table) => [
    foreignKey({
      name: 'extraction_fields_extraction',
      columns: [table.tenantId, table.extractionId],
      foreignColumns: [extractions.tenantId, extractions.id],
    }).onDelete('cascade'),
    uniqueIndex('extraction_fields_name').on(table.extractionId, table.name),
  ],
);

/** Every change of a field: nothing in it is ever changed. */
export const extractionFieldHistory = tenantTable(
  'extraction_field_history',
  {
    extractionId: uuid().notNull(),
    name: text().notNull(),
    oldValue: jsonValue<FieldValue>(),
    newValue: jsonValue<FieldValue>(),
    oldStatus: text({ enum: FIELD_STATUSES }),
    /** Null where the field has left the form. */
    newStatus: text({ enum: FIELD_STATUSES }),
    confidence: doublePrecision(),
    evidence: jsonb().$type<Evidence[]>().notNull(),
    changedBy: text({ enum: CHANGED_BY }).notNull(),
    changedByPersonId: uuid(),
    engineId: text(),
    /** What a person's word says about the engine's suggestion, and how sure that was. */
    judgement: text({ enum: ['right', 'wrong'] }),
    judgedConfidence: doublePrecision(),
    changedAt: moment().notNull(),
  },
  (table) => [
    foreignKey({
      name: 'extraction_field_history_extraction',
      columns: [table.tenantId, table.extractionId],
      foreignColumns: [extractions.tenantId, extractions.id],
    }).onDelete('cascade'),
    index('extraction_field_history_of').on(table.tenantId, table.extractionId),
    index('extraction_field_history_judged').on(table.tenantId, table.name, table.judgement),
  ],
  { app: ['select', 'insert'] },
);
