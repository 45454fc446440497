import { badRequest } from '#platform/errors.ts';
import { unknownTextVariables, unknownTool } from './apps.errors.ts';
import type { PromptValues } from './prompts.repository.ts';

/** Which variables there are; what they are filled in with is known above this layer. */
export interface PromptVariables {
  known: readonly string[];
  /** Names in `{{…}}` that nobody will fill in, given a profile's own variables. */
  unknownIn(content: string, ownNames: Iterable<string>): readonly string[];
}

/** Models take no longer one, like those of a tenant's own tools. */
export const MAX_TOOL_DESCRIPTION_LENGTH = 2_000;

/** @throws {AppError} UNKNOWN_VARIABLES, VALIDATION_FAILED */
export function requireSoundText({ kind, content, variables }: PromptValues, { known, unknownIn }: PromptVariables): void {
  if (kind === 'TOOL_DESCRIPTION') {
    // Goes to the model as it is: braces in it are braces.
    if (content.length <= MAX_TOOL_DESCRIPTION_LENGTH) return;
    throw invalid([
      { path: 'content', message: `Must have at most ${MAX_TOOL_DESCRIPTION_LENGTH} characters, as the description of a tool` },
    ]);
  }
  const taken = Object.keys(variables).filter((name) => known.includes(name));
  if (taken.length > 0)
    throw invalid(taken.map((name) => ({ path: `variables.${name}`, message: 'Is a variable that every profile has' })));
  const unknown = unknownIn(content, Object.keys(variables));
  if (unknown.length > 0) throw unknownTextVariables('content', unknown, [...known, ...Object.keys(variables)]);
}

/**
 * A description is of a tool that the app's agent has. One whose tool is gone may still be taken back or renamed.
 * @throws {AppError} UNKNOWN_TOOL
 */
export function requireKnownTool({ kind, name }: Pick<PromptValues, 'kind' | 'name'>, toolNames: readonly string[]): void {
  if (kind === 'TOOL_DESCRIPTION' && !toolNames.includes(name)) throw unknownTool(name, toolNames);
}

const invalid = (errors: { path: string; message: string }[]) => badRequest('VALIDATION_FAILED', 'The body is not valid.', errors);
