import { badRequest, notFound, unauthorized } from '#platform/errors.ts';

export const invalidApiKey = () => unauthorized('INVALID_API_KEY', 'The API key is not one of ours, or was replaced.');
export const apiKeyExpired = () => unauthorized('API_KEY_EXPIRED', 'The API key has expired.');
export const apiKeyNotFound = () => notFound('API_KEY_NOT_FOUND', 'There is no such API key.');
export const expiryInPast = () =>
  badRequest('EXPIRY_IN_PAST', 'The key would expire before it is made.', [{ path: 'expiresAt', message: 'Must be in the future' }]);
