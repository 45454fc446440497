import type { ExtractionPreview, ExtractionPreviewRequest } from '@foyer/contracts/extractions.ts';
import type { EngineChooser } from '#agents/extraction/choose-engine.ts';
import { type ExtractionEngine, ExtractionFailed, type ExtractionMessage } from '#agents/extraction/extraction-engine.ts';
import { afterChanges, mergeFields, overallConfidence, statusOf } from '#agents/extraction/merge-fields.ts';
import { readFormSchema } from '#agents/forms/form-schema.ts';
import { ModelError } from '#agents/models/model-error.ts';
import type { ModelPrices } from '#agents/models/model-prices.ts';
import { effectiveModelSettings, type ModelSettings } from '#agents/models/model-settings.ts';
import { insertModelUsage } from '#agents/models/model-usage.repository.ts';
import { createUsageLedger, type UsageLedger } from '#agents/models/usage-ledger.ts';
import { findOwnTenant, type TenantRow } from '#identity/tenants/tenants.repository.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import { formSchemaRefused, messageIdTaken, modelUnavailable, noModelProvider } from './extractions.errors.ts';
import { toPreviewField } from './to-extraction.ts';

export interface ExtractionPreviews {
  /**
   * What would be found in these messages; nothing is stored but what a model took.
   * @throws {AppError} INVALID_FORM_SCHEMA, VALIDATION_FAILED, NO_MODEL_PROVIDER, MODEL_UNAVAILABLE
   */
  preview(scope: TenantScope, request: ExtractionPreviewRequest, signal: AbortSignal): Promise<ExtractionPreview>;
}

interface Dependencies {
  unitOfWork: UnitOfWork;
  clock: Clock;
  engines: EngineChooser;
  environmentSettings: ModelSettings;
  prices: ModelPrices;
}

export function createExtractionPreviews(dependencies: Dependencies): ExtractionPreviews {
  const { unitOfWork, clock, engines, environmentSettings, prices } = dependencies;

  return {
    preview: async (scope, { messages: given, formSchema, formType, engine: wanted }, signal) => {
      const read = readFormSchema(formSchema, 'formSchema');
      if (!read.ok) throw formSchemaRefused(read.problems);
      const messages = withIds(given);
      const tenant = await unitOfWork.read(scope, findOwnTenant);
      if (!tenant) throw new Error('A tenant that somebody acts for is gone.');
      const usage = createUsageLedger([tenant.llmConfig.prices ?? {}, prices]);
      const engine = choose(tenant, wanted, usage);
      const { form } = read;
      const moment = { language: tenant.locale, now: clock.now(), timeZone: tenant.timezone };
      try {
        const { fields } = await engine.extract({ formType, form, messages, ...moment }, signal);
        const seqOf = (id: string) => messages.findIndex((message) => message.id === id);
        const calibrate = (_fieldName: string, confidence: number) => ({ confidence, isCalibrated: false });
        const known = afterChanges(form, [], mergeFields([], fields, { seqOf, calibrate }));
        return {
          fields: known.map(toPreviewField),
          extractionStatus: statusOf(form, known),
          overallConfidence: overallConfidence(known),
        };
      } catch (error) {
        if (error instanceof ExtractionFailed) return { fields: [], extractionStatus: 'failed', overallConfidence: 0 };
        throw error instanceof ModelError ? modelUnavailable(error) : error;
      } finally {
        const spent = usage.pending();
        if (spent.length > 0) await unitOfWork.write(scope, (tx) => insertModelUsage(tx, { conversationId: null, turnId: null }, spent));
      }
    },
  };

  function choose({ llmConfig }: TenantRow, wanted: ExtractionPreviewRequest['engine'], usage: UsageLedger): ExtractionEngine {
    if (wanted === 'builtin') return engines.builtin;
    const engine = engines.choose(effectiveModelSettings({ environment: environmentSettings, tenant: llmConfig }), usage.add);
    if (wanted === 'model' && engines.isBuiltin(engine)) throw noModelProvider();
    return engine;
  }
}

/** @throws {AppError} VALIDATION_FAILED for an id that two messages have */
function withIds(messages: ExtractionPreviewRequest['messages']): ExtractionMessage[] {
  const taken = new Set<string>();
  return messages.map(({ id = '', role, content }, index) => {
    const own = id === '' ? `m${index + 1}` : id;
    if (taken.has(own)) throw messageIdTaken(index);
    taken.add(own);
    return { id: own, role, content };
  });
}
