import { badRequest, conflict, type FieldProblem, forbidden, notFound, unauthorized } from '#platform/errors.ts';

export const projectNotFound = (projectId: string) => notFound('PROJECT_NOT_FOUND', `There is no app with the project id “${projectId}”.`);
export const appInactive = () => forbidden('APP_INACTIVE', 'This app is switched off.');
export const originForbidden = (origin: string) => forbidden('FORBIDDEN_ORIGIN', `Pages of ${origin} may not open this app.`);
/** Whoever registered has not finished setting up. */
export const tenantOnboarding = () => conflict('TENANT_ONBOARDING', 'This front desk is still being set up.');
export const appNotConfigured = () => conflict('APP_NOT_CONFIGURED', 'This app has no active configuration yet.');
export const userTokenRefused = (reason: 'expired' | 'invalid') =>
  unauthorized(
    'INVALID_USER_TOKEN',
    reason === 'expired'
      ? 'The user token has expired.'
      : 'The user token is not signed with this app’s identity secret, or lacks `sub` or `exp`.',
  );
export const userTokenClaimRefused = (claim: string, message: string) =>
  unauthorized('INVALID_USER_TOKEN', `The user token is genuine, but its claim \`${claim}\` cannot be used: ${message}.`);
export const formSchemaRefused = (errors: FieldProblem[]) => badRequest('INVALID_FORM_SCHEMA', 'The form schema cannot be used.', errors);
export const formTypeRefused = () =>
  badRequest('VALIDATION_FAILED', 'The request is not valid.', [
    { path: 'metadata.formType', message: 'Must be a text of 1 to 100 characters' },
  ]);
export const tokenMissing = () => unauthorized('MISSING_AUTH', 'Send the session token as Bearer.');
export const tokenRefused = (reason: 'expired' | 'invalid') =>
  unauthorized('INVALID_TOKEN', reason === 'expired' ? 'The session token has expired.' : 'The session token is not valid.');
export const fileLinkRefused = (reason: 'expired' | 'invalid') =>
  unauthorized(
    'INVALID_TOKEN',
    reason === 'expired' ? 'This link has expired. Resume the conversation to get a new one.' : 'This link is not valid.',
  );
export const attachmentsOff = () => forbidden('ATTACHMENTS_OFF', 'Attachments are not switched on for this app.');
export const sessionEnded = () => conflict('SESSION_ENDED', 'This session has ended. Start a new one.');
export const noSession = () => notFound('NO_SESSION', 'This session no longer exists. Start a new one.');
export const invalidFrame = (message: string) => badRequest('INVALID_MESSAGE', message);
