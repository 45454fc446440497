import { badRequest, conflict, notFound } from '#platform/errors.ts';

export const appNotFound = () => notFound('APP_NOT_FOUND', 'There is no such app.');
export const appSlugTaken = (slug: string) => conflict('APP_SLUG_TAKEN', `Another app of this tenant already uses the slug “${slug}”.`);
export const projectIdTaken = (projectId: string) => conflict('PROJECT_ID_TAKEN', `The project id “${projectId}” is already in use.`);

export const noActiveConfig = () => notFound('NO_ACTIVE_CONFIG', 'This app has no active configuration.');

export const promptNotFound = () => notFound('PROMPT_NOT_FOUND', 'This app has no such prompt profile.');
export const unknownPromptVariables = (names: readonly string[]) =>
  badRequest('UNKNOWN_VARIABLES', 'The text names variables that nobody will fill in.', [
    { path: 'content', message: `Names unknown variables: ${names.map((name) => `{{${name}}}`).join(', ')}` },
  ]);
