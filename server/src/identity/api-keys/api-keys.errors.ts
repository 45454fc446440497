import { unauthorized } from '#platform/errors.ts';

export const invalidApiKey = () => unauthorized('INVALID_API_KEY', 'The API key is not one of ours, or was replaced.');
export const apiKeyExpired = () => unauthorized('API_KEY_EXPIRED', 'The API key has expired.');
