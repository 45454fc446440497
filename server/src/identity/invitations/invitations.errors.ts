import { conflict, forbidden, notFound, unauthorized, unprocessable } from '#platform/errors.ts';

export const invitationNotFound = () => notFound('INVITATION_NOT_FOUND', 'There is no such invitation.');
/** The same for a token that was never one, was used, revoked, or is too old. */
export const invitationInvalid = () =>
  unauthorized('INVITATION_INVALID', 'This invitation has expired, was used, or was taken back. Ask for a new one.');
export const invitationClosed = () => conflict('INVITATION_CLOSED', 'This invitation was accepted or taken back.');
export const roleAboveOwn = () => forbidden('ROLE_ABOVE_OWN', 'You cannot give a role above your own.');
export const nameRequired = () =>
  unprocessable('NAME_REQUIRED', 'There is no account with this address yet: a name and a password of 12 characters or more are needed.');
