import { conflict, notFound } from '#platform/errors.ts';

export const contactNotFound = () => notFound('CONTACT_NOT_FOUND', 'There is no such contact.');
export const privacyRequestNotFound = () => notFound('PRIVACY_REQUEST_NOT_FOUND', 'There is no such request.');
export const exportGone = () =>
  notFound('EXPORT_GONE', 'This export is not there: it is not done yet, or its time is over. Ask for a new one.');
export const legalHoldNotFound = () => notFound('LEGAL_HOLD_NOT_FOUND', 'There is no such legal hold, or it was released.');
export const onLegalHold = () => conflict('LEGAL_HOLD', 'The data of this contact is on legal hold: release it before anything is erased.');
