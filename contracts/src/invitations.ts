import { z } from 'zod';
import { ListQuery } from './lists.ts';
import { MemberRole } from './tenants.ts';
import { Email, Id, Locale, line, Moment, text } from './text.ts';

export const NewInvitation = z.strictObject({ email: Email, role: MemberRole.default('agent') });
export type NewInvitation = z.output<typeof NewInvitation>;

/** `expired` ones can be sent again. */
export const InvitationStatus = z.enum(['pending', 'accepted', 'revoked', 'expired']);
export type InvitationStatus = z.output<typeof InvitationStatus>;

export const Invitation = z.object({
  id: Id,
  email: z.string(),
  role: MemberRole,
  status: InvitationStatus,
  invitedByPersonId: Id.nullable(),
  expiresAt: Moment,
  createdAt: Moment,
});
export type Invitation = z.output<typeof Invitation>;

export const InvitationListQuery = z.strictObject({ ...ListQuery.shape });
export type InvitationListQuery = z.output<typeof InvitationListQuery>;

const Token = text({ min: 1, max: 200 });
export const InvitationToken = z.strictObject({ token: Token });

/** What whoever holds the token may know before they accept. */
export const InvitationPreview = z.object({
  tenantName: z.string(),
  email: z.string(),
  role: MemberRole,
  expiresAt: Moment,
  /** They sign in with the password that they have; otherwise they choose one. */
  hasAccount: z.boolean(),
});
export type InvitationPreview = z.output<typeof InvitationPreview>;

export const InvitationAcceptance = z.strictObject({
  token: Token,
  /** The password of the account with this address; where there is none, the one that it shall have, of 12 characters or more. */
  password: text({ min: 1, max: 1024 }),
  /** Of a second factor, where the account has one. */
  code: text({ min: 1, max: 64 }).optional(),
  /** Needed for a new account. */
  name: line({ max: 200 }).optional(),
  locale: Locale.optional(),
});
export type InvitationAcceptance = z.output<typeof InvitationAcceptance>;
