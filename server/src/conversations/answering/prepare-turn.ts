import { agentOf, agentToolsOf } from '#agents/definitions/agent-set-up.ts';
import { modelSettingsOf } from '#agents/definitions/model-set-up.ts';
import { intakeOf } from '#agents/extraction/intake-of.ts';
import { hasKnowledgeOf, offeredTools } from '#agents/knowledge/offered-tools.ts';
import type { Organisation } from '#agents/models/chat-model.ts';
import type { ModelChooser } from '#agents/models/choose-model.ts';
import type { ModelPrices } from '#agents/models/model-prices.ts';
import type { EffectiveModelSettings, ModelSettings } from '#agents/models/model-settings.ts';
import { createUsageLedger } from '#agents/models/usage-ledger.ts';
import { buildHistory, latestWithin, stepTokens } from '#agents/prompts/history.ts';
import { intakeNotice } from '#agents/prompts/intake-notice.ts';
import { turnPrompt } from '#agents/prompts/turn-prompt.ts';
import { visitorNotice } from '#agents/prompts/visitor-notice.ts';
import type { TurnInput } from '#agents/run-turn/run-turn.ts';
import { createTurnJournal } from '#agents/run-turn/turn-journal.ts';
import { type Contact, findContact } from '#contacts/contacts.repository.ts';
import { calledName } from '#contacts/stated-details.ts';
import { activeConfigOf, defaultPromptsOf, tenantOf } from '#identity/apps/app-set-up.ts';
import { featuresOfTenant } from '#identity/feature-flags/features-of-tenant.ts';
import type { TenantRow } from '#identity/tenants/tenants.repository.ts';
import { findConversation } from '#messaging/conversations/conversations.repository.ts';
import type { Files } from '#messaging/files/files.service.ts';
import { listLatestMessages } from '#messaging/messages/messages.repository.ts';
import type { RemoteTool, Tool } from '#messaging/tool.ts';
import { listSteps, type RecordedStep } from '#messaging/turns/turn-steps.repository.ts';
import { type ClaimedTurn, listSupersededBy } from '#messaging/turns/turns.repository.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { SetUp, SetUpCache } from '#platform/realtime/set-up-cache.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { agentNotice, highestUrgency } from '#triage/safety/agent-notice.ts';
import { scopeOfTurn } from './claim-turn.ts';
import { showFiles } from './show-files.ts';

interface Dependencies {
  unitOfWork: UnitOfWork;
  clock: Clock;
  logger: Logger;
  models: ModelChooser;
  environmentSettings: ModelSettings;
  /** What the installation pays, where it knows better than the lists. */
  prices: ModelPrices;
  /** How much of a conversation, and of what the turn has done already, a model gets to read. */
  historyTokens: number;
  /** Our own tools. */
  tools: readonly Tool[];
  setUps: SetUpCache;
  files: Pick<Files, 'read'>;
  /** The tenant's own, which are requests to their servers. */
  loadRemoteTools(tx: TenantTransaction, agentId: string): Promise<RemoteTool[]>;
}

/** Reads what a turn needs, the conversation on one snapshot, and puts it into the form that runs. */
export function createTurnPreparation(dependencies: Dependencies): (claim: ClaimedTurn) => Promise<TurnInput> {
  const { unitOfWork, clock, logger } = dependencies;

  return async (claim) => {
    const scope = scopeOfTurn(claim.tenantId);
    const setUp = dependencies.setUps.of(claim.tenantId);
    const read = await unitOfWork.read(scope, (tx) => readContext(tx, setUp, claim));
    const { conversation, contact, agent, tenant, prompts } = read;

    const settings = modelSettingsOf(dependencies.environmentSettings, read);
    const { model, problem } = dependencies.models.choose(settings, claim.failures);
    if (problem) logger.warn(problem.detail, { code: problem.code, turnId: claim.turnId });

    const own = offeredTools(dependencies.tools, read.features.knowledge);
    const tools = new Map([...own, ...read.remoteTools].map((tool) => [tool.name, tool as Tool]));
    const { instructions, toolDescriptions } = turnPrompt(
      { tenant, agent, prompts, tools: offeredTools([...tools.values()], read.hasKnowledge) },
      { locale: conversation.language, visitorName: contact ? calledName(contact) : null, now: clock.now() },
    );
    const answered = read.messages.filter(({ seq, role }) => seq >= claim.fromSeq && role === 'user');
    const redFlags = answered.map((message) => message.redFlags);
    const urgency = highestUrgency(redFlags);
    const notices = [
      contact && noticeOf(contact, conversation.language),
      read.intake && intakeNotice(read.intake, conversation.language),
      agentNotice(redFlags),
    ];
    const historyTokens = dependencies.historyTokens - stepTokens([...read.carriedSteps, ...read.recordedSteps]);

    const history = await showFiles(dependencies, {
      tenantId: claim.tenantId,
      messages: read.messages,
      capabilities: model.capabilities,
      failures: claim.failures,
    });

    return {
      turnId: claim.turnId,
      model,
      tools,
      toolDescriptions,
      settings: modelRequestSettings(settings),
      ...(read.intake && { intake: read.intake }),
      facts: { organisation: organisationOf(tenant, conversation.language, clock.now()), ...(urgency && { urgency }) },
      messages: [
        { role: 'system', content: [instructions, ...notices].filter((part) => part !== undefined).join('\n\n') },
        ...buildHistory(history, historyTokens),
      ],
      carriedSteps: read.carriedSteps,
      recordedSteps: read.recordedSteps,
      context: {
        tenantId: claim.tenantId,
        conversationId: claim.conversationId,
        contactId: conversation.contactId,
        turnId: claim.turnId,
        agentId: agent.id,
        language: conversation.language,
      },
      journal: createTurnJournal(unitOfWork, scope, claim, agent.id),
      usage: createUsageLedger([tenant.llmConfig.prices ?? {}, dependencies.prices]),
    };
  };

  async function readContext(tx: TenantTransaction, setUp: SetUp, claim: ClaimedTurn) {
    const conversation = await findConversation(tx, claim.conversationId);
    const tenant = await tenantOf(tx, setUp);
    const agent = conversation && (await agentOf(tx, setUp, conversation.agentId));
    if (!conversation || !tenant || !agent) throw new Error('A turn’s conversation, tenant or agent is gone.');
    const { appId } = conversation;
    const features = await featuresOfTenant(tx, setUp);
    // One message, first attempt: nothing was superseded, and nothing is recorded yet.
    const superseded = claim.fromSeq === claim.toSeq ? [] : await listSupersededBy(tx, claim.conversationId, claim.fromSeq);
    const earlier = [...superseded.map(({ id }) => id), ...(claim.epoch === 1 ? [] : [claim.turnId])];
    const steps = await listSteps(tx, earlier);
    return {
      conversation,
      tenant,
      agent,
      contact: await findContact(tx, conversation.contactId),
      config: appId === null ? undefined : await activeConfigOf(tx, setUp, appId),
      prompts: appId === null ? [] : await defaultPromptsOf(tx, setUp, appId),
      features,
      remoteTools: features.remoteTools ? await agentToolsOf(setUp, agent.id, () => dependencies.loadRemoteTools(tx, agent.id)) : [],
      hasKnowledge: await hasKnowledgeOf(tx, setUp, { appId: appId ?? undefined, agentId: agent.id }),
      messages: await listLatestMessages(tx, claim.conversationId, claim.toSeq, latestWithin(dependencies.historyTokens)),
      intake: await intakeOf(tx, conversation.extractionId, { now: clock.now(), timeZone: tenant.timezone }),
      carriedSteps: steps.filter((step) => step.turnId !== claim.turnId && step.calls.length > 0),
      recordedSteps: steps.filter((step: RecordedStep) => step.turnId === claim.turnId),
    };
  }
}

const noticeOf = ({ stated }: Contact, locale: string) =>
  visitorNotice(
    {
      hasEmail: stated.email !== undefined,
      hasPhone: stated.phone !== undefined,
      answers: stated.answers ?? {},
      attributes: stated.attributes ?? {},
    },
    locale,
  );

/** @param spokenLocale BCP 47, the conversation's */
const organisationOf = ({ name, locale, timezone: timeZone, profile }: TenantRow, spokenLocale: string, now: Date): Organisation => ({
  name,
  locale,
  timeZone,
  profile,
  now,
  spokenLocale,
});

function modelRequestSettings({ model, temperature, maxTokens }: EffectiveModelSettings): TurnInput['settings'] {
  return { ...(model !== undefined && { model }), temperature, maxTokens };
}
