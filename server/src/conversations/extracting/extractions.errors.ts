import { badRequest, conflict, type FieldProblem, notFound, unavailable } from '#platform/errors.ts';

export const extractionNotFound = () => notFound('EXTRACTION_NOT_FOUND', 'There is no such extraction.');
export const fieldNotFound = (name: string) =>
  notFound('EXTRACTION_FIELD_NOT_FOUND', `This form has no field called ${JSON.stringify(name)}.`);
export const fieldEmpty = (name: string) =>
  conflict(
    'EXTRACTION_FIELD_EMPTY',
    `Nothing has been found for ${JSON.stringify(name)} that could be confirmed; correct it with a value.`,
  );
export const valueRefused = (message: string) =>
  badRequest('VALIDATION_FAILED', `The value cannot be used: ${message}.`, [{ path: 'value', message }]);
export const formSchemaRefused = (errors: FieldProblem[]) => badRequest('INVALID_FORM_SCHEMA', 'The form schema cannot be used.', errors);
export const messageIdTaken = (index: number) =>
  badRequest('VALIDATION_FAILED', 'The body is not valid.', [
    { path: `messages.${index}.id`, message: 'Is the id of another message as well' },
  ]);
export const noModelProvider = () =>
  conflict('NO_MODEL_PROVIDER', 'No language model is configured for this tenant; leave out the engine, or ask for “builtin”.');
export const modelUnavailable = (cause: unknown) =>
  unavailable('MODEL_UNAVAILABLE', 'The language model does not answer at the moment. Try again later.', { cause });
