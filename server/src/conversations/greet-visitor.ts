import { promptFacts } from '#agents/prompts/prompt-facts.ts';
import { welcomeMessage } from '#agents/prompts/welcome.ts';
import { appOf, defaultPromptsOf, tenantOf } from '#identity/apps/app-set-up.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import type { SetUp } from '#platform/realtime/set-up-cache.ts';

export interface Greeting {
  /** In which language: what the visitor's browser asks for, else the tenant's own. */
  locale: string;
  welcomeMessage: string;
  title: string;
}

/** How whoever opens an app's widget is greeted, by their name where it is known. */
export async function greetVisitor(
  tx: TenantTransaction,
  setUp: SetUp,
  clock: Clock,
  visit: { appId: string; locale: string | undefined; visitorName?: string | null },
): Promise<Greeting> {
  const app = await appOf(tx, setUp, visit.appId);
  const tenant = await tenantOf(tx, setUp);
  if (!app || !tenant) throw new Error('An app without tenant was opened.');
  const locale = visit.locale ?? tenant.locale;
  const preMessage = (await defaultPromptsOf(tx, setUp, app.id)).find(({ kind }) => kind === 'PRE_MESSAGE');
  const facts = promptFacts(tenant, { locale, visitorName: visit.visitorName ?? null, now: clock.now() });
  return { locale, welcomeMessage: welcomeMessage(preMessage, facts), title: app.name };
}
