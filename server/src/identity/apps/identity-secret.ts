import type { SecretBox } from '#platform/crypto/secret-box.ts';
import { randomToken } from '#platform/crypto/tokens.ts';

interface Owner {
  tenantId: string;
  appId: string;
}

/** Sealed for one app: copied to another one's row it does not open. */
export const identitySecretContext = ({ tenantId, appId }: Owner) => ({ purpose: `app.identity-secret/${appId}`, tenantId });

/** The secret with which a tenant's own site signs who a visitor is: shown once, kept sealed, because signatures are checked with it. */
export function newIdentitySecret(secretBox: SecretBox, owner: Owner): { plain: string; sealed: string } {
  const plain = randomToken(32);
  return { plain, sealed: secretBox.seal(plain, identitySecretContext(owner)) };
}

export const openIdentitySecret = (secretBox: SecretBox, sealed: string, owner: Owner): string =>
  secretBox.open(sealed, identitySecretContext(owner));
