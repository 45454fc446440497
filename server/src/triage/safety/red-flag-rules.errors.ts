import { badRequest, conflict, notFound, unprocessable } from '#platform/errors.ts';

export const redFlagRuleNotFound = () => notFound('RED_FLAG_RULE_NOT_FOUND', 'There is no such red-flag rule.');
export const redFlagRuleNameTaken = (name: string) =>
  conflict('RED_FLAG_RULE_NAME_TAKEN', `Another red-flag rule is already called “${name}”.`);
export const tooManyRedFlagRules = (maximum: number) =>
  unprocessable('TOO_MANY_RED_FLAG_RULES', `A tenant has at most ${maximum} red-flag rules. Delete one, or put its phrases into another.`);
export const invalidPhrase = (index: number, problem: string) =>
  badRequest('VALIDATION_FAILED', 'The body is not valid.', [{ path: `phrases.${index}`, message: problem }]);
export const exampleNotFound = (index: number) =>
  badRequest('VALIDATION_FAILED', 'The body is not valid.', [
    { path: `examples.${index}`, message: 'No phrase of the rule finds this text' },
  ]);
