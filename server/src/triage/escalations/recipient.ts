/** A recipient as its notification names it: a member by id, whose address is looked up when the mail goes out, or an address. */
export type Recipient = { kind: 'person'; personId: string } | { kind: 'email'; address: string };

export const recipientName = (recipient: Recipient): string =>
  recipient.kind === 'person' ? `person:${recipient.personId}` : `email:${recipient.address}`;

export function readRecipient(name: string): Recipient {
  const rest = name.slice(name.indexOf(':') + 1);
  return name.startsWith('person:') ? { kind: 'person', personId: rest } : { kind: 'email', address: rest };
}
