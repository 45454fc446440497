import { promptFacts } from '#agents/prompts/prompt-facts.ts';
import { welcomeMessage } from '#agents/prompts/welcome.ts';
import { appOf, defaultPromptsOf, tenantOf } from '#identity/apps/app-set-up.ts';
import type { PromptRow } from '#identity/apps/prompts.repository.ts';
import type { TenantRow } from '#identity/tenants/tenants.repository.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import type { SetUp } from '#platform/realtime/set-up-cache.ts';

/** What an app greets with, whoever comes and whenever. */
export interface GreetingSetUp {
  title: string;
  tenant: TenantRow;
  preMessage: PromptRow | undefined;
}

export interface Greeting {
  /** In which language: what the visitor's browser asks for, else the tenant's own. */
  locale: string;
  welcomeMessage: string;
  title: string;
}

export async function greetingSetUpOf(tx: TenantTransaction, setUp: SetUp, appId: string): Promise<GreetingSetUp> {
  const app = await appOf(tx, setUp, appId);
  const tenant = await tenantOf(tx, setUp);
  if (!app || !tenant) throw new Error('An app without tenant was opened.');
  const preMessage = (await defaultPromptsOf(tx, setUp, app.id)).find(({ kind }) => kind === 'PRE_MESSAGE');
  return { title: app.name, tenant, preMessage };
}

/** How whoever opens an app's widget is greeted, by their name where it is known. */
export function greet(
  { title, tenant, preMessage }: GreetingSetUp,
  visit: { locale: string | undefined; visitorName?: string | null; now: Date },
): Greeting {
  const locale = visit.locale ?? tenant.locale;
  const facts = promptFacts(tenant, { locale, visitorName: visit.visitorName ?? null, now: visit.now });
  return { locale, welcomeMessage: welcomeMessage(preMessage, facts), title };
}
