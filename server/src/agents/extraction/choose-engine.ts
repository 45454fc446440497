import type { ChatRequest } from '../models/chat-model.ts';
import type { ModelChooser } from '../models/choose-model.ts';
import type { EffectiveModelSettings } from '../models/model-settings.ts';
import { withChecks } from './checked-engine.ts';
import type { ExtractionEngine } from './extraction-engine.ts';
import { createModelExtraction } from './model-extraction.ts';

/** The id of what answers where no provider does. */
const BUILTIN = 'builtin';

export interface EngineChooser {
  /**
   * Who reads for a form: the model that answers as well, or the built-in engine where none does.
   * @param failures how often this has failed: a new attempt begins with the next provider of the list
   */
  choose(settings: EffectiveModelSettings, onSpent: NonNullable<ChatRequest['onSpent']>, failures?: number): ExtractionEngine;
  builtin: ExtractionEngine;
  isBuiltin(engine: ExtractionEngine): boolean;
}

/** @param builtin works without a model; what it proposes is checked like everything else */
export function createEngineChooser(models: Pick<ModelChooser, 'choose'>, builtin: ExtractionEngine): EngineChooser {
  const checkedBuiltin = withChecks(builtin);
  return {
    builtin: checkedBuiltin,
    isBuiltin: (engine) => engine === checkedBuiltin,
    choose: (settings, onSpent, failures = 0) => {
      const { model } = models.choose(settings, failures);
      if (model.id === BUILTIN || !model.capabilities.tools) return checkedBuiltin;
      const { model: name, maxTokens } = settings;
      return createModelExtraction({ model, settings: { ...(name !== undefined && { model: name }), maxTokens }, onSpent });
    },
  };
}
