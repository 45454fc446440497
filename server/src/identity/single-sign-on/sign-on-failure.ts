/**
 * Why somebody who was sent to a provider is not signed in. The browser is led back with it, so that a page can say it.
 * - `SSO_UNAVAILABLE`: the provider could not be reached, or is not what it is said to be.
 * - `SSO_REFUSED`: it sent the person back without signing them in.
 * - `SSO_INVALID`: what it sent was not right: signature, issuer, audience, nonce, time.
 * - `SSO_EMAIL_NOT_VERIFIED`: it does not say that the e-mail address is the person's.
 * - `SSO_DOMAIN_NOT_ALLOWED`: it may not vouch for addresses of that domain.
 * - `SSO_NOT_ADMITTED`: the person is no member, and needs an invitation.
 */
export type SignOnFailureCode =
  | 'SSO_UNAVAILABLE'
  | 'SSO_REFUSED'
  | 'SSO_INVALID'
  | 'SSO_EMAIL_NOT_VERIFIED'
  | 'SSO_DOMAIN_NOT_ALLOWED'
  | 'SSO_NOT_ADMITTED';

export class SignOnFailure extends Error {
  override readonly name = 'SignOnFailure';
  readonly code: SignOnFailureCode;

  constructor(code: SignOnFailureCode, cause?: unknown) {
    super(`A single sign-on failed: ${code}`, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
