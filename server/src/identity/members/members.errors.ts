import { conflict } from '#platform/errors.ts';

export const emailTaken = () => conflict('EMAIL_TAKEN', 'Somebody already has this e-mail address.');
export const alreadyMember = () => conflict('ALREADY_MEMBER', 'This person is already a member.');
