import { badRequest, conflict, notFound, unauthorized } from '#platform/errors.ts';

export const identityProviderNotFound = () => notFound('IDENTITY_PROVIDER_NOT_FOUND', 'There is no such identity provider.');
export const lastIdentityProvider = () =>
  conflict('SSO_IN_USE', 'This tenant requires single sign-on, and this is its last active provider. Stop requiring it first.');
export const plainHttpIssuer = () =>
  badRequest('VALIDATION_FAILED', 'The body is not valid.', [
    { path: 'issuer', message: 'Must begin with https:// (the operator can allow single hosts without TLS)' },
  ]);
export const returnPathInvalid = () =>
  badRequest('VALIDATION_FAILED', 'The query is not valid.', [
    { path: 'query.returnTo', message: 'Must be a path of this installation, such as /inbox' },
  ]);
/** Nobody knows any more where the browser came from, so there is nowhere to lead it. */
export const signOnExpired = () =>
  unauthorized('SSO_EXPIRED', 'This sign-in was begun in another browser, finished already, or took too long. Begin again.');
