import { SignedIn } from '@foyer/contracts/auth.ts';
import {
  Invitation,
  InvitationAcceptance,
  InvitationListQuery,
  InvitationPreview,
  InvitationToken,
  NewInvitation,
} from '@foyer/contracts/invitations.ts';
import { pageOf } from '@foyer/contracts/lists.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { member, publicAccess } from '#platform/http/access.ts';
import { answered, created, noContent } from '#platform/http/answers.ts';
import { etagOf } from '#platform/http/etag.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { RefreshCookies } from '../sessions/refresh-cookie.ts';
import { deviceOf, perCaller } from '../sessions/sign-in-request.ts';
import type { Invitations } from './invitations.service.ts';

const tags = ['Tenants'];
const params = z.strictObject({ tenantId: Id });
const oneParams = z.strictObject({ tenantId: Id, invitationId: Id });

export function invitationRoutes(invitations: Invitations, cookies: RefreshCookies): RouteModule {
  return (routes) => {
    routes.post('/tenants/:tenantId/invitations', {
      summary: 'Invite somebody by e-mail, with a role that is not above your own',
      tags,
      access: member('admin'),
      audits: 'invitation.sent',
      params,
      rateLimit: { key: ({ scope }) => `invitations:${scope.tenantId}`, limit: 100, windowSeconds: 60 * 60 },
      body: NewInvitation,
      answers: { 201: Invitation },
      problems: ['TENANT_NOT_FOUND', 'ALREADY_MEMBER', 'ROLE_ABOVE_OWN'],
      handle: async ({ scope, actor, body }) => {
        const invitation = await invitations.invite(scope, actor, body);
        return created(invitation, { etag: etagOf(invitation) });
      },
    });

    routes.get('/tenants/:tenantId/invitations', {
      summary: 'List the invitations of a tenant, the newest first',
      tags,
      access: member('admin'),
      audits: 'invitation.read',
      params,
      query: InvitationListQuery,
      answers: { 200: pageOf(Invitation) },
      problems: ['TENANT_NOT_FOUND', 'INVALID_CURSOR'],
      handle: ({ scope, query }) => invitations.list(scope, query),
    });

    routes.post('/tenants/:tenantId/invitations/:invitationId/resend', {
      summary: 'Send an invitation again, also one that has expired',
      tags,
      access: member('admin'),
      audits: 'invitation.sent',
      params: oneParams,
      rateLimit: { key: ({ params }) => `invitation:${params.invitationId}`, limit: 5, windowSeconds: 60 * 60 },
      answers: { 200: Invitation },
      problems: ['TENANT_NOT_FOUND', 'INVITATION_NOT_FOUND', 'INVITATION_CLOSED', 'ROLE_ABOVE_OWN'],
      handle: async ({ scope, actor, params }) => {
        const invitation = await invitations.sendAgain(scope, actor, params.invitationId);
        return answered(200, invitation, { etag: etagOf(invitation) });
      },
    });

    routes.delete('/tenants/:tenantId/invitations/:invitationId', {
      summary: 'Take an invitation back',
      tags,
      access: member('admin'),
      audits: 'invitation.revoked',
      params: oneParams,
      answers: { 204: null },
      problems: ['TENANT_NOT_FOUND', 'INVITATION_NOT_FOUND', 'INVITATION_CLOSED'],
      handle: async ({ scope, params }) => {
        await invitations.revoke(scope, params.invitationId);
        return noContent();
      },
    });

    routes.post('/invitations/preview', {
      summary: 'Read what an invitation is to, with its token',
      tags,
      access: publicAccess(),
      rateLimit: perCaller(30),
      body: InvitationToken,
      answers: { 200: InvitationPreview },
      problems: ['INVITATION_INVALID'],
      handle: ({ body }) => invitations.preview(body.token),
    });

    routes.post('/invitations/accept', {
      summary: 'Accept an invitation; this signs in',
      description:
        'With an account of that address: its password, and a code where a second factor is on. Without one: a name, and a password of your choice.',
      tags,
      access: publicAccess(),
      rateLimit: perCaller(30),
      body: InvitationAcceptance,
      answers: { 200: SignedIn },
      problems: [
        'INVITATION_INVALID',
        'NAME_REQUIRED',
        'INVALID_CREDENTIALS',
        'SECOND_FACTOR_REQUIRED',
        'SECOND_FACTOR_WRONG',
        'ACCOUNT_LOCKED',
        'SSO_REQUIRED',
        'FORBIDDEN_ORIGIN',
        'PASSWORD_TOO_LONG',
        'PASSWORD_CHECKS_BUSY',
      ],
      handle: ({ body, request }) => cookies.give(request, () => invitations.accept(body, deviceOf(request))),
    });
  };
}
