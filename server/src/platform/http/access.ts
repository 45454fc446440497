import type { TenantScope } from '../db/tenant-scope.ts';

/** From least to most: what a role may do includes what those before it may. */
export const ROLES = ['viewer', 'agent', 'admin', 'owner'] as const;
export type Role = (typeof ROLES)[number];

/** Whether `role` may do what asks for `needed`. */
export const roleIncludes = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed);

/** Who may call a route. Every route declares one; it is also what the OpenAPI document says about it. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'widget'; readonly tokenInQuery: boolean; readonly fileLink: boolean }
  | { readonly kind: 'person' }
  | { readonly kind: 'member'; readonly role: Role; readonly scope: string | undefined; readonly personalData: boolean }
  | { readonly kind: 'platform' }
  | { readonly kind: 'ticket'; readonly ticket: string }
  | { readonly kind: 'webhook'; readonly provider: string }
  | { readonly kind: 'operator' };

export type AccessKind = Access['kind'];
type AccessOf<Kind extends AccessKind> = Extract<Access, { kind: Kind }>;

/** Anybody. */
export const publicAccess = (): AccessOf<'public'> => ({ kind: 'public' });
/**
 * A visitor with the token of a widget session as Bearer. `tokenInQuery`: also as `?token=`, for what browsers open without being able to
 * send a header. `fileLink`: also with `?link=`, an address of one file that we have signed.
 */
export const widget = ({ tokenInQuery = false, fileLink = false } = {}): AccessOf<'widget'> => ({ kind: 'widget', tokenInQuery, fileLink });
/** A signed-in person, whatever their tenant. */
export const person = (): AccessOf<'person'> => ({ kind: 'person' });
/**
 * A member of a tenant with at least `role`; an API key opens it too when `scope` is given and the key has it. Administrators of the
 * installation act as owners would. Not so where `personalData` is shown or changed, or where a way to it is opened: there they have to
 * be members themselves, or to say why they need it (`identity/break-glass/`).
 */
export const member = (role: Role, scope?: string, { personalData = false } = {}): AccessOf<'member'> => ({
  kind: 'member',
  role,
  scope,
  personalData,
});
/** An administrator of the installation. */
export const platformAdmin = (): AccessOf<'platform'> => ({ kind: 'platform' });
/** The holder of a single-use ticket of this name. */
export const ticket = (name: string): AccessOf<'ticket'> => ({ kind: 'ticket', ticket: name });
/** A vendor whose signature over the raw body is right. */
export const webhook = (provider: string): AccessOf<'webhook'> => ({ kind: 'webhook', provider });
/** Whoever runs the installation, by its metrics token. */
export const operator = (): AccessOf<'operator'> => ({ kind: 'operator' });

/** A visitor's session, which may have ended. */
export interface WidgetPrincipal {
  /** Of the session. */
  readonly id: string;
  readonly projectId: string;
  readonly appId: string;
  readonly tenantId: string;
  readonly conversationId: string;
  readonly contactId: string;
  readonly status: 'ACTIVE' | 'ENDED' | 'ERROR';
  readonly locale: string;
  readonly scope: TenantScope;
}

export interface PersonPrincipal {
  readonly personId: string;
  /** The sign-in that the access token belongs to. */
  readonly sessionId: string;
  /** Of a sign-in that one tenant's identity provider vouched for it is never true. */
  readonly isPlatformAdmin: boolean;
  /** The one tenant in which this sign-in counts; undefined for all of the person's. */
  readonly onlyTenantId?: string | undefined;
}

/** A person within a tenant, or one of the tenant's API keys. */
export type MemberPrincipal =
  | {
      readonly kind: 'person';
      readonly personId: string;
      readonly sessionId: string;
      readonly role: Role;
      readonly isPlatformAdmin?: boolean;
    }
  | { readonly kind: 'api-key'; readonly apiKeyId: string; readonly scopes: readonly string[] };

export interface TicketPrincipal {
  readonly personId: string;
  readonly scope: TenantScope;
}

/** What a handler is given beside the request, by the kind of access of its route. */
export interface Principals {
  // biome-ignore lint/complexity/noBannedTypes: nothing is known of the caller
  public: {};
  widget: { readonly session: WidgetPrincipal };
  person: { readonly person: PersonPrincipal };
  member: { readonly scope: TenantScope; readonly actor: MemberPrincipal };
  platform: { readonly person: PersonPrincipal };
  ticket: { readonly ticket: TicketPrincipal };
  // biome-ignore lint/complexity/noBannedTypes: the signature is all there is
  webhook: {};
  // biome-ignore lint/complexity/noBannedTypes: the token is all there is
  operator: {};
}

/** What an authenticator and a handler see of the request that carries the call. */
export interface CallRequest {
  readonly requestId: string;
  readonly method: string;
  /** The pattern of the route, such as `/api/v1/apps/:id`. */
  readonly route: string;
  /** The caller's address; from the forwarding header only when the peer is a trusted proxy. */
  readonly ip: string;
  /** `http` or `https`, as the caller sees it. */
  readonly protocol: string;
  /** Host and port, as the caller sees them. */
  readonly host: string;
  readonly origin: string | undefined;
  readonly userAgent: string | undefined;
  /** Path parameters as they came, before a schema looked at them. */
  readonly pathParams: Readonly<Record<string, string>>;
  /** Aborted when the caller went away before the answer was finished. */
  readonly signal: AbortSignal;
  header(name: string): string | undefined;
  cookie(name: string): string | undefined;
  /** The first query value of that name; tickets and the like. It must never reach a log. */
  queryValue(name: string): string | undefined;
}

/** A webhook's authenticator also sees the bytes that were signed. */
export interface WebhookRequest extends CallRequest {
  readonly rawBody: Buffer;
}

/**
 * Who decides, given from above: one function per kind of access. Each returns the principal, or throws an `AppError` of 401 (no
 * or wrong credentials) or 403 (not this right). `public` needs none. A kind that has no authenticator yet opens no route: routes that declare it cannot be registered.
 */
export type Authenticators = {
  readonly [Kind in Exclude<AccessKind, 'public'>]?: (
    request: Kind extends 'webhook' ? WebhookRequest : CallRequest,
    access: AccessOf<Kind>,
  ) => Promise<Principals[Kind]>;
};
