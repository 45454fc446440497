import type { SignedIn } from '@foyer/contracts/auth.ts';
import type { SignOnExchange, SignOnProviders } from '@foyer/contracts/single-sign-on.ts';
import { Email } from '@foyer/contracts/text.ts';
import type { Clock } from '#platform/clock.ts';
import type { PasswordHasher } from '#platform/crypto/password.ts';
import type { SecretBox } from '#platform/crypto/secret-box.ts';
import { equalInConstantTime, hashToken, randomToken } from '#platform/crypto/tokens.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { findPerson } from '../members/people.repository.ts';
import { type Device, refused, type SignInOutcome, type SignInStart } from '../sessions/begin-sign-in.ts';
import { admitPerson, vouchedEmail } from './admit-person.ts';
import { findActiveProvider, type IdentityProviderRow, listProvidersOfSlug } from './identity-providers.repository.ts';
import type { OpenIdProviders, ProviderAccess } from './openid-provider.ts';
import { openClientSecret } from './sealed-client-secret.ts';
import * as repository from './sign-on.repository.ts';
import { SignOnFailure, type SignOnFailureCode } from './sign-on-failure.ts';
import { identityProviderNotFound, signOnExpired } from './single-sign-on.errors.ts';

/** Where a browser is sent next. */
export type NextStop = { url: string };

export interface SignOn {
  /** The providers through which members of a tenant may sign in, by the tenant's slug; none where there is no such tenant. */
  providersOf(slug: string): Promise<SignOnProviders>;
  /**
   * Sends a browser to a provider, or back to where it came from with what is wrong.
   * @param browser the secret in the browser's cookie
   * @throws {AppError} IDENTITY_PROVIDER_NOT_FOUND
   */
  begin(providerId: string, from: { browser: string; redirectUri: string; returnTo: string }): Promise<NextStop>;
  /** Takes a browser back, and leads it to where it came from, with a code or with what is wrong. @throws {AppError} SSO_EXPIRED */
  comeBack(query: URLSearchParams, browser: string | undefined): Promise<NextStop>;
  /** @throws {AppError} SSO_EXPIRED, SECOND_FACTOR_REQUIRED, SECOND_FACTOR_WRONG, ACCOUNT_LOCKED */
  exchange(exchange: SignOnExchange, browser: string | undefined, device: Device): Promise<SignedIn>;
}

export interface SignOnDependencies {
  unitOfWork: UnitOfWork;
  openIdProviders: OpenIdProviders;
  passwords: PasswordHasher;
  secretBox: SecretBox;
  start: SignInStart;
  clock: Clock;
  logger: Logger;
}

const ATTEMPT_LIFETIME_MS = 10 * 60_000;
const HANDOVER_LIFETIME_MS = 60_000;

/** Single sign-on, from a browser's leaving for a provider to its being signed in. Every step is bound to the browser that began, and works once. */
export function createSignOn(dependencies: SignOnDependencies): SignOn {
  const { unitOfWork, openIdProviders, passwords, secretBox, start, clock, logger } = dependencies;
  const accessTo = ({ id, tenantId, issuer, clientId, sealedClientSecret }: IdentityProviderRow): ProviderAccess => ({
    issuer,
    clientId,
    clientSecret: openClientSecret(secretBox, sealedClientSecret, { tenantId, providerId: id }),
  });
  const inFuture = (ms: number) => new Date(clock.now().getTime() + ms);

  /** Back to the page, which says what is wrong. */
  const failed = (returnTo: string, error: unknown, providerId: string): NextStop => {
    if (!(error instanceof SignOnFailure)) throw error;
    // Not what the provider said: its words may hold an address or a token.
    logger.info('A single sign-on failed', { code: error.code, identityProviderId: providerId });
    return landing(returnTo, { 'sign-on-error': error.code });
  };

  return {
    providersOf: async (slug) => ({ items: await unitOfWork.system((tx) => listProvidersOfSlug(tx, slug)) }),

    begin: async (providerId, { browser, redirectUri, returnTo }) => {
      const provider = await unitOfWork.system((tx) => findActiveProvider(tx, providerId));
      if (!provider) throw identityProviderNotFound();
      const request = { state: randomToken(), nonce: randomToken(), codeVerifier: randomToken(48), redirectUri };
      try {
        const url = await openIdProviders.authorizationUrl(accessTo(provider), request);
        await unitOfWork.system(async (tx) => {
          await repository.deleteExpiredSignOns(tx, clock.now());
          await repository.insertSignOnAttempt(tx, {
            identityProviderId: providerId,
            stateHash: hashToken(request.state),
            browserHash: hashToken(browser),
            nonce: request.nonce,
            codeVerifier: request.codeVerifier,
            redirectUri,
            returnTo,
            expiresAt: inFuture(ATTEMPT_LIFETIME_MS),
          });
        });
        return { url };
      } catch (error) {
        return failed(returnTo, error, providerId);
      }
    },

    comeBack: async (query, browser) => {
      const state = query.get('state');
      if (state === null || browser === undefined) throw signOnExpired();
      const found = await unitOfWork.system(async (tx) => {
        const attempt = await repository.takeSignOnAttempt(tx, hashToken(state));
        return attempt && { attempt, provider: await findActiveProvider(tx, attempt.identityProviderId) };
      });
      if (!found?.provider || found.attempt.expiresAt <= clock.now()) throw signOnExpired();
      const { attempt, provider } = found;
      if (!equalInConstantTime(attempt.browserHash, hashToken(browser))) throw signOnExpired();

      try {
        const vouched = await openIdProviders.redeem(accessTo(provider), { ...attempt, state }, query);
        const email = Email.safeParse(vouchedEmail(vouched, provider.domains));
        if (!email.success) throw new SignOnFailure('SSO_EMAIL_NOT_VERIFIED');
        const passwordHash = await passwords.hash(randomToken());
        const code = randomToken();
        await unitOfWork.system(async (tx) => {
          const personId = await admitPerson(tx, provider, { ...vouched, email: email.data }, passwordHash);
          await repository.insertSignOnHandover(tx, {
            codeHash: hashToken(code),
            browserHash: attempt.browserHash,
            personId,
            onlyTenantId: provider.tenantId,
            expiresAt: inFuture(HANDOVER_LIFETIME_MS),
          });
        });
        return landing(attempt.returnTo, { 'sign-on-code': code });
      } catch (error) {
        return failed(attempt.returnTo, error, provider.id);
      }
    },

    exchange: async ({ code, secondFactorCode }, browser, device) => {
      if (browser === undefined) throw signOnExpired();
      const prepared = await start.prepare();
      const outcome = await unitOfWork.system(async (tx): Promise<SignInOutcome> => {
        const now = clock.now();
        const handover = await repository.lockSignOnHandover(tx, hashToken(code));
        if (!handover || handover.expiresAt <= now || !equalInConstantTime(handover.browserHash, hashToken(browser)))
          return refused(signOnExpired());
        const { onlyTenantId, personId } = handover;
        const person = await findPerson(tx, personId);
        if (!person) return refused(signOnExpired());
        const begun = await start.begin(tx, prepared, { person, secondFactorCode, device, now, onlyTenantId });
        // Whoever is asked for the second factor sends the same code again.
        if (begun.ok) await repository.deleteSignOnHandover(tx, handover.id);
        return begun;
      });
      return start.answer(prepared, outcome);
    },
  };
}

/** In the fragment, which browsers send to nobody: not to this server's log, and not as a referrer. */
function landing(returnTo: string, said: Partial<Record<'sign-on-code' | 'sign-on-error', string | SignOnFailureCode>>): NextStop {
  return { url: `${returnTo}#${new URLSearchParams(said as Record<string, string>)}` };
}
