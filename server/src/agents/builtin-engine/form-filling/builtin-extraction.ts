import type { ExtractionEngine, ProposedExtraction, ProposedField } from '../../extraction/extraction-engine.ts';
import { withCorrections } from './dialogue/corrections.ts';
import { mergeFindings } from './dialogue/merge-findings.ts';
import { readScene } from './dialogue/read-scene.ts';
import { meaningsOf } from './fields/field-meaning.ts';
import { findField } from './finders/find-field.ts';

/** Fills in forms by rules, on this machine: what it is not sure of it leaves out. */
export function createBuiltinExtraction(): ExtractionEngine {
  return {
    id: 'builtin',
    async extract(request, signal): Promise<ProposedExtraction> {
      signal.throwIfAborted();
      const meanings = meaningsOf(request.form);
      const scene = withCorrections(readScene(request, meanings), findField);
      const fields = meanings.flatMap((meaning): ProposedField[] => {
        const found = scene.exchanges.flatMap((exchange) => findField(meaning, exchange, scene));
        const merged = mergeFindings(meaning, found);
        return merged ? [merged] : [];
      });
      return { fields };
    },
  };
}
