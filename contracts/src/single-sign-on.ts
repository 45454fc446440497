import { z } from 'zod';
import { Created, ListQuery } from './lists.ts';
import { Id, line, Moment, Slug, text } from './text.ts';

/** Part of an e-mail address, after the `@`. Kept in lower case. */
const Domain = text({ min: 3, max: 253 })
  .refine((value) => DOMAIN.test(value), 'Must be a domain such as example.com')
  .overwrite((value) => value.toLowerCase())
  .meta({ examples: ['example.com'] });

/** As what people join; owners are made by owners. */
export const JoinRole = z.enum(['viewer', 'agent', 'admin']);

const Issuer = text({ min: 1, max: 500 })
  .refine(isIssuer, 'Must be an https address without query, fragment or password, as the provider names itself')
  .meta({ examples: ['https://login.example.com'] });

export const NewIdentityProvider = z.strictObject({
  name: line({ max: 100 }),
  issuer: Issuer,
  clientId: text({ min: 1, max: 500 }),
  /** Kept sealed, and never shown again. */
  clientSecret: text({ min: 1, max: 2_000 }),
  /** Whose addresses it may vouch for; subdomains are domains of their own. */
  domains: z.array(Domain).min(1).max(50),
  /** As what people join whom the tenant does not know; null asks for an invitation first. */
  joinRole: JoinRole.nullable().default(null),
  isActive: z.boolean().default(true),
});
export type NewIdentityProvider = z.output<typeof NewIdentityProvider>;

/** What is left out stays as it is. */
export const IdentityProviderPatch = z.strictObject({
  name: line({ max: 100 }).optional(),
  issuer: Issuer.optional(),
  clientId: text({ min: 1, max: 500 }).optional(),
  clientSecret: text({ min: 1, max: 2_000 }).optional(),
  domains: z.array(Domain).min(1).max(50).optional(),
  joinRole: JoinRole.nullable().optional(),
  isActive: z.boolean().optional(),
});
export type IdentityProviderPatch = z.output<typeof IdentityProviderPatch>;

/** An OpenID Connect provider that a tenant trusts to say who its members are. */
export const IdentityProvider = z.object({
  id: Id,
  name: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  domains: z.array(z.string()),
  joinRole: JoinRole.nullable(),
  isActive: z.boolean(),
  /** Where it sends browsers back to: register this at the provider. */
  redirectUri: z.string(),
  createdAt: Moment,
  updatedAt: Moment,
});
export type IdentityProvider = z.output<typeof IdentityProvider>;

export const IdentityProviderListQuery = z.strictObject({ ...ListQuery.shape, ...Created });
export type IdentityProviderListQuery = z.output<typeof IdentityProviderListQuery>;

/** For a sign-in page. */
export const SignOnProviderQuery = z.strictObject({ tenant: Slug });
export const SignOnProviders = z.object({ items: z.array(z.object({ id: Id, name: z.string() })) });
export type SignOnProviders = z.output<typeof SignOnProviders>;

export const SignOnStart = z.strictObject({
  /** A path of this installation, where the person is led in the end. */
  returnTo: text({ min: 1, max: 1_000 }).default('/'),
});

export const SignOnExchange = z.strictObject({
  /** From the fragment of the address that the browser was led to. */
  code: text({ min: 1, max: 200 }),
  /** Needed where the person has an authenticator app. */
  secondFactorCode: text({ min: 1, max: 64 }).optional(),
});
export type SignOnExchange = z.output<typeof SignOnExchange>;

function isIssuer(value: string): boolean {
  const url = URL.parse(value);
  // A path into `/.well-known/` would be taken for the document itself, and its issuer believed whatever it says.
  if (!url || /[\s?#]|\.well-known/.test(value)) return false;
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '';
}

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
