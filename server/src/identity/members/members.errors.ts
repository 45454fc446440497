import { conflict, forbidden, notFound } from '#platform/errors.ts';

export const emailTaken = () => conflict('EMAIL_TAKEN', 'Somebody already has this e-mail address.');
export const alreadyMember = () => conflict('ALREADY_MEMBER', 'This person is already a member.');
export const memberNotFound = () => notFound('MEMBER_NOT_FOUND', 'There is no such member.');
export const lastOwner = () => conflict('LAST_OWNER', 'A tenant needs an owner: make somebody else one first.');
export const ownerRequired = () => forbidden('OWNER_REQUIRED', 'Only an owner makes owners, changes them or removes them.');
