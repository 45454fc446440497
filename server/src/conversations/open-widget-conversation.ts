import { updateContact } from '#contacts/contacts.repository.ts';
import type { KnownPerson } from '#contacts/resolve-contact.ts';
import { calledName, type StatedDetails, withStated } from '#contacts/stated-details.ts';
import { appOf, tenantOf } from '#identity/apps/app-set-up.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import type { SetUp } from '#platform/realtime/set-up-cache.ts';
import { type Greeting, greet, greetingSetUpOf } from './greeting.ts';
import { startConversation } from './start-conversation.ts';

export interface WidgetArrival {
  appId: string;
  /** What the visitor's browser asks for; the tenant's own where it says nothing. */
  locale: string | undefined;
  /** Somebody for whom the app's own server vouches. */
  visitor: { sub: string; name?: string | undefined; email?: string | undefined; phone?: string | undefined } | undefined;
  /** What they say of themselves, or the page of them. */
  stated?: StatedDetails | undefined;
}

export interface OpenedConversation extends Greeting {
  contactId: string;
  conversationId: string;
}

/** A visitor has opened a widget: finds or opens their conversation, and says how they are greeted. */
export async function openWidgetConversation(
  tx: TenantTransaction,
  setUp: SetUp,
  clock: Clock,
  arrival: WidgetArrival,
): Promise<OpenedConversation> {
  const app = await appOf(tx, setUp, arrival.appId);
  const tenant = await tenantOf(tx, setUp);
  if (!app?.defaultAgentId || !tenant) throw new Error('An app without tenant or agent was opened.');
  const locale = arrival.locale ?? tenant.locale;
  const { contact, conversation } = await startConversation(tx, {
    appId: app.id,
    agentId: app.defaultAgentId,
    channel: 'web-chat',
    locale,
    ...(arrival.visitor && {
      knownPerson: knownPerson(arrival.visitor, locale),
    }),
  });
  const stated = arrival.stated ? withStated(contact.stated, arrival.stated, tenant.country) : contact.stated;
  if (arrival.stated) await updateContact(tx, contact.id, { stated });
  const greeting = greet(await greetingSetUpOf(tx, setUp, app.id), {
    locale,
    visitorName: calledName({ ...contact, stated }),
    now: clock.now(),
  });
  return { contactId: contact.id, conversationId: conversation.id, ...greeting };
}

/** Only the id opens a history: an address or number may be shared by a family. */
const knownPerson = ({ sub, name, email, phone }: NonNullable<WidgetArrival['visitor']>, locale: string): KnownPerson => ({
  identifier: { kind: 'external', value: sub },
  alsoReachedBy: [
    ...(email === undefined ? [] : [{ kind: 'email' as const, value: email }]),
    ...(phone === undefined ? [] : [{ kind: 'phone' as const, value: phone }]),
  ],
  name,
  locale,
});
