import { badRequest, conflict, notFound } from '#platform/errors.ts';

export const appNotFound = () => notFound('APP_NOT_FOUND', 'There is no such app.');
export const appSlugTaken = (slug: string) => conflict('APP_SLUG_TAKEN', `Another app of this tenant already uses the slug “${slug}”.`);
export const projectIdTaken = (projectId: string) => conflict('PROJECT_ID_TAKEN', `The project id “${projectId}” is already in use.`);

export const noActiveConfig = () => notFound('NO_ACTIVE_CONFIG', 'This app has no active configuration.');

export const promptNotFound = () => notFound('PROMPT_NOT_FOUND', 'This app has no such prompt profile.');
/** @param path of the text, be it a profile's or an agent's */
export const unknownTextVariables = (path: string, names: readonly string[], known: readonly string[]) =>
  badRequest('UNKNOWN_VARIABLES', 'The text names variables that nobody will fill in.', [
    { path, message: `Names unknown variables: ${inBraces(names)}. Known are ${inBraces(known)}` },
  ]);
export const unknownTool = (name: string, known: readonly string[]) =>
  badRequest('UNKNOWN_TOOL', 'The description is of a tool that the agent of this app does not have.', [
    { path: 'name', message: `“${name}” is not the name of a tool. The agent of this app has ${known.join(', ')}` },
  ]);

/** As many as a reader takes in. */
const inBraces = (names: readonly string[]) =>
  names
    .slice(0, 50)
    .map((name) => `{{${name.slice(0, 100)}}}`)
    .join(', ');
