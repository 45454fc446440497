import type { SecretBox } from '#platform/crypto/secret-box.ts';

interface Owner {
  tenantId: string;
  providerId: string;
}

/** Sealed for one provider: copied to another one's row, whose address somebody else has chosen, it does not open. */
export const clientSecretContext = ({ tenantId, providerId }: Owner) => ({
  purpose: `identity-provider.client-secret/${providerId}`,
  tenantId,
});

export const sealClientSecret = (secretBox: SecretBox, secret: string, owner: Owner): string =>
  secretBox.seal(secret, clientSecretContext(owner));

export const openClientSecret = (secretBox: SecretBox, sealed: string, owner: Owner): string =>
  secretBox.open(sealed, clientSecretContext(owner));
