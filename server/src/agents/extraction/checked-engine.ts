import { checkProposal } from './check-proposal.ts';
import type { ExtractionEngine } from './extraction-engine.ts';

/** The same engine, of which only what passes the checks is seen. */
export function withChecks(engine: ExtractionEngine): ExtractionEngine {
  return {
    id: engine.id,
    extract: async (request, signal) => {
      const { fields, notes } = await engine.extract(request, signal);
      const { accepted, refused } = checkProposal(request, fields);
      const told = [notes, ...refused.map(({ fieldName, message }) => `${fieldName}: ${message}`)].filter((note) => note !== undefined);
      return { fields: accepted, ...(told.length > 0 && { notes: told.join('\n') }) };
    },
  };
}
