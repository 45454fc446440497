import { agentOf } from '#agents/definitions/agent-set-up.ts';
import { modelSettingsOf } from '#agents/definitions/model-set-up.ts';
import type { ModelChooser } from '#agents/models/choose-model.ts';
import type { EffectiveModelSettings, ModelSettings } from '#agents/models/model-settings.ts';
import { providerNamed } from '#agents/models/provider-names.ts';
import { activeConfigOf, tenantOf } from '#identity/apps/app-set-up.ts';
import { featuresOfTenant } from '#identity/feature-flags/features-of-tenant.ts';
import type { TenantRow } from '#identity/tenants/tenants.repository.ts';
import type { Conversation } from '#messaging/conversations/conversations.repository.ts';
import type { Message } from '#messaging/messages/messages.repository.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import type { SetUp } from '#platform/realtime/set-up-cache.ts';
import { secondOpinionJob } from './second-opinion.jobs.ts';

/** Whether a model is asked about a message, and which. */
export interface SecondOpinions {
  /** In the transaction that stores the message: what is committed with it will be judged. */
  request(tx: TenantTransaction, setUp: SetUp, conversation: Addressee, message: Judgeable): Promise<void>;
  /** By what the tenant has set up now; undefined where nobody is asked about this message. */
  settingsFor(tx: TenantTransaction, setUp: SetUp, conversation: Addressee, message: Judgeable): Promise<OpinionSettings | undefined>;
}

export interface OpinionSettings {
  tenant: TenantRow;
  model: Pick<EffectiveModelSettings, 'provider' | 'model' | 'fallback'>;
}

type Addressee = Pick<Conversation, 'appId' | 'agentId'>;
type Judgeable = Pick<Message, 'id' | 'content' | 'redFlags'>;

interface Dependencies {
  models: ModelChooser;
  environmentSettings: ModelSettings;
  /** Of the installation; each tenant may decline for itself. */
  isOn: boolean;
}

export function createSecondOpinions({ models, environmentSettings, isOn }: Dependencies): SecondOpinions {
  const settingsFor: SecondOpinions['settingsFor'] = async (tx, setUp, { appId, agentId }, message) => {
    if (!isOn || !isWorthAsking(message) || hasNoProvider(models)) return undefined;
    const tenant = await tenantOf(tx, setUp);
    if (!tenant || tenant.profile.emergency?.secondOpinion === false) return undefined;
    if (!(await featuresOfTenant(tx, setUp)).secondOpinion) return undefined;
    const agent = await agentOf(tx, setUp, agentId);
    const config = appId === null ? undefined : await activeConfigOf(tx, setUp, appId);
    const model = modelSettingsOf(environmentSettings, { tenant, agent, config });
    // The built-in engine at the end of a list has no opinion.
    const asked = { ...model, fallback: model.fallback.filter((entry) => providerNamed(entry) !== 'builtin') };
    return models.choose(asked).isRemote ? { tenant, model: asked } : undefined;
  };

  return {
    settingsFor,
    request: async (tx, setUp, conversation, message) => {
      if (!(await settingsFor(tx, setUp, conversation, message))) return;
      await tx.enqueue(secondOpinionJob, { messageId: message.id }, { key: message.id });
    },
  };
}

/** There is nothing to add to an emergency, nor to a text without a letter. */
const isWorthAsking = ({ content, redFlags }: Judgeable): boolean => redFlags?.urgency !== 'emergency' && /\p{L}/u.test(content);

const hasNoProvider = ({ status }: ModelChooser): boolean => status !== undefined && Object.keys(status()).length === 0;
