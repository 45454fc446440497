import { createBuiltinExtraction } from '#agents/builtin-engine/form-filling/builtin-extraction.ts';
import { listAgentToolNames } from '#agents/definitions/agent-tools.repository.ts';
import { createAgentTools } from '#agents/definitions/agent-tools.service.ts';
import { createAgents, createDefaultAgent } from '#agents/definitions/agents.service.ts';
import { loadAgentTools } from '#agents/definitions/load-agent-tools.ts';
import { createPromptPreviews } from '#agents/definitions/prompt-preview.service.ts';
import { createEngineChooser } from '#agents/extraction/choose-engine.ts';
import { createKnowledgeDocuments } from '#agents/knowledge/knowledge-documents.service.ts';
import { createKnowledgeSearch } from '#agents/knowledge/knowledge-search.service.ts';
import { KNOWN_VARIABLES, unknownVariables } from '#agents/prompts/variables.ts';
import { createUsageReports } from '#automation/reports/usage-report.ts';
import { countSessionsByApp, endSessions, findVisitorOfConversation } from '#channels/web-chat/widget-sessions.repository.ts';
import { createPrivacy } from '#contacts/privacy/privacy.service.ts';
import { createLiveAnswers } from '#conversations/answering/live-answers.ts';
import { createTurnPreparation } from '#conversations/answering/prepare-turn.ts';
import { createTurnRunner } from '#conversations/answering/turn-runner.ts';
import { createExtractions } from '#conversations/extracting/extractions.service.ts';
import { createExtractionPreviews } from '#conversations/extracting/preview-extraction.ts';
import { createInbox } from '#conversations/inbox/inbox.service.ts';
import { createTeamReplies } from '#conversations/inbox/team-replies.ts';
import { createMessageReceiver } from '#conversations/receive-message.ts';
import { createAccountMails } from '#identity/account-mail/account-mail.jobs.ts';
import { createApiKeys } from '#identity/api-keys/api-keys.service.ts';
import { appSummaries, missingSetUp } from '#identity/apps/app-summaries.ts';
import { createApps } from '#identity/apps/apps.service.ts';
import { createAppConfigs } from '#identity/apps/configs.service.ts';
import { createPrompts } from '#identity/apps/prompts.service.ts';
import { createAuditLog } from '#identity/audit/audit.service.ts';
import { INSTALLATION_LOG } from '#identity/audit/installation-log.ts';
import { createBreakGlassAccess } from '#identity/break-glass/break-glass.service.ts';
import { createFeatureFlags } from '#identity/feature-flags/feature-flags.service.ts';
import { createInvitations } from '#identity/invitations/invitations.service.ts';
import { createMembers } from '#identity/members/members.service.ts';
import { insertMembership, membershipsOf } from '#identity/members/memberships.repository.ts';
import { createPeople } from '#identity/members/people.service.ts';
import { createRefreshCookies } from '#identity/sessions/refresh-cookie.ts';
import { createSessionTokens } from '#identity/sessions/session-tokens.ts';
import { createSessions } from '#identity/sessions/sessions.service.ts';
import { createTenantAccess } from '#identity/sessions/tenant-access.ts';
import { createIdentityProviders, hasIdentityProvider } from '#identity/single-sign-on/identity-providers.service.ts';
import { createOpenIdProviders } from '#identity/single-sign-on/openid-provider.ts';
import { createSignOn } from '#identity/single-sign-on/sign-on.ts';
import { createSignOnAddress } from '#identity/single-sign-on/sign-on-address.ts';
import { createTenants } from '#identity/tenants/tenants.service.ts';
import { createFiles } from '#messaging/files/files.service.ts';
import { createTickets } from '#outcomes/tickets/tickets.service.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { createPlainHttpRule } from '#platform/outbound/plain-http.ts';
import { createMessageEscalation } from '#triage/escalations/escalate-message.ts';
import { createEscalationPolicies } from '#triage/escalations/escalation-policies.service.ts';
import { createEscalations } from '#triage/escalations/escalations.service.ts';
import { createHandOver } from '#triage/routing/hand-over.ts';
import { createRedFlagRules } from '#triage/safety/red-flag-rules.service.ts';
import { createScreen } from '#triage/safety/screen.ts';
import { createSecondOpinions } from '#triage/safety/second-opinion/request-opinion.ts';
import { createVisitorSafety } from '#triage/safety/visitor-safety.ts';
import type { Foundation } from './foundation.ts';
import { environmentModelSettings } from './models.ts';
import { createTools } from './tools.ts';

/** How many answers one process writes at once; beyond that, turns wait for a process with room. */
const TURN_CAPACITY = 1_000;

export type Services = ReturnType<typeof createServices>;

/** Every use case of the product, from the bottom of the house to its top. */
export function createServices(foundation: Foundation) {
  const { config, unitOfWork, clock, logger, live, secretBox, secrets, passwords, outbound, processId } = foundation;
  const { rateLimiter } = foundation.realtime;

  // Identity
  const sessionTokens = createSessionTokens({
    issuer: 'foyer',
    accessSecret: secrets.jwtSecret,
    refreshSecret: secrets.jwtRefreshSecret,
    clock,
  });
  const auditLog = createAuditLog({ unitOfWork });
  const installationLog = (personId: string) => grantTenantScope(INSTALLATION_LOG, { kind: 'person', id: personId });
  const tenants = createTenants({
    unitOfWork,
    addOwner: async (tx, tenantId, personId) => void (await insertMembership(tx, { tenantId, personId, role: 'owner' })),
    tenantIdsOf: async (tx, personId) => (await membershipsOf(tx, personId)).map(({ tenantId }) => tenantId),
    appsOf: appSummaries(countSessionsByApp),
    isRegistrationOpen: config.registration === 'open',
    missingSetUp,
    hasIdentityProvider,
  });
  const mails = createAccountMails({ secretBox });
  const featureFlags = createFeatureFlags({ unitOfWork });
  const members = createMembers({ unitOfWork });
  const people = createPeople({ unitOfWork, passwords });
  const sessions = createSessions({
    unitOfWork,
    passwords,
    tokens: sessionTokens,
    secretBox,
    mails,
    rateLimiter,
    clock,
    isRegistrationOpen: config.registration === 'open',
  });
  const invitations = createInvitations({
    unitOfWork,
    passwords,
    mails,
    signIn: sessions.signIn,
    start: sessions.start,
    clock,
  });
  const allowsPlainHttp = createPlainHttpRule(config.outbound.allow);
  const identityProviders = createIdentityProviders({ unitOfWork, secretBox, clock, allowsPlainHttp });
  const signOn = createSignOn({
    unitOfWork,
    openIdProviders: createOpenIdProviders({ outbound, allowsPlainHttp, clock }),
    passwords,
    secretBox,
    start: sessions.start,
    clock,
    logger,
  });
  const tenantAccess = createTenantAccess({ unitOfWork, clock });
  const breakGlass = createBreakGlassAccess({
    unitOfWork,
    mails,
    clock,
    enter: (person, tenantId) => tenantAccess.enter(person, tenantId, 'owner'),
  });
  const refreshCookies = createRefreshCookies(config.http.publicUrl);
  const signOnAddress = createSignOnAddress(config.http.publicUrl);
  const apiKeys = createApiKeys({ unitOfWork, clock });
  const apps = createApps({ unitOfWork, secretBox, tenantAccess, createDefaultAgent });
  const appConfigs = createAppConfigs({ unitOfWork });

  // Agents, and what conversations lead to
  const handOver = createHandOver({ unitOfWork, live, clock });
  const escalations = createEscalations({ unitOfWork, live, clock });
  const escalationPolicies = createEscalationPolicies({ unitOfWork });
  const tickets = createTickets({ unitOfWork });
  const knowledgeDocuments = createKnowledgeDocuments({ unitOfWork });
  const knowledgeSearch = createKnowledgeSearch({ unitOfWork });
  const tools = createTools({ live, clock }, knowledgeSearch);
  const privacy = createPrivacy({ unitOfWork, clock, storage: foundation.storage });
  const agents = createAgents({ unitOfWork });
  const prompts = createPrompts({
    unitOfWork,
    variables: { known: KNOWN_VARIABLES, unknownIn: unknownVariables },
    toolNamesOf: async (tx, agentId) => [...tools.map(({ name }) => name), ...(await listAgentToolNames(tx, agentId))],
  });
  const agentTools = createAgentTools({
    unitOfWork,
    secretBox,
    allowsPlainHttp,
    ownToolNames: new Set(tools.map(({ name }) => name)),
  });

  // What visitors write is looked at before anything else is done with it
  const screen = createScreen();
  const safety = createVisitorSafety({ unitOfWork, setUps: foundation.setUps, screen, logger });
  const redFlagRules = createRedFlagRules({ unitOfWork });
  const secondOpinions = createSecondOpinions({
    models: foundation.models,
    environmentSettings: environmentModelSettings(config.models),
    isOn: config.models.secondOpinion,
  });
  const messageEscalation = createMessageEscalation({ live, clock, setUps: foundation.setUps });

  // Conversations
  const files = createFiles({
    unitOfWork,
    storage: foundation.storage,
    scanner: foundation.virusScanner,
    logger,
    maximumBytes: config.files.maximumBytes,
  });
  const messages = createMessageReceiver({
    unitOfWork,
    live,
    clock,
    processId,
    escalation: messageEscalation,
    secondOpinions,
  });
  const liveAnswers = createLiveAnswers(live);
  const agentSetUp = {
    environmentSettings: environmentModelSettings(config.models),
    tools,
    files,
    loadRemoteTools: (tx: TenantTransaction, agentId: string) => loadAgentTools(tx, agentId, secretBox, outbound),
  };
  const promptPreviews = createPromptPreviews({ unitOfWork, clock, ...agentSetUp });
  const prepare = createTurnPreparation({
    unitOfWork,
    clock,
    logger,
    ...agentSetUp,
    models: foundation.models,
    prices: config.models.prices,
    historyTokens: config.models.historyTokens,
    setUps: foundation.setUps,
  });
  const turns = createTurnRunner({ unitOfWork, live, liveAnswers, clock, logger, processId, prepare, capacity: TURN_CAPACITY });
  const extractionEngines = createEngineChooser(foundation.models, createBuiltinExtraction());
  const extractions = createExtractions({ unitOfWork, live, clock });
  const extractionPreviews = createExtractionPreviews({
    unitOfWork,
    clock,
    engines: extractionEngines,
    environmentSettings: agentSetUp.environmentSettings,
    prices: config.models.prices,
  });
  const usageReports = createUsageReports({ unitOfWork, clock });
  const teamReplies = createTeamReplies({ unitOfWork, live, clock, endSessions });
  const inbox = createInbox({ unitOfWork, visitorOf: findVisitorOfConversation });

  return {
    sessionTokens,
    auditLog,
    installationLog,
    tenants,
    featureFlags,
    members,
    people,
    sessions,
    invitations,
    identityProviders,
    signOn,
    signOnAddress,
    refreshCookies,
    breakGlass,
    apiKeys,
    apps,
    appConfigs,
    prompts,
    promptPreviews,
    handOver,
    escalations,
    escalationPolicies,
    safety,
    redFlagRules,
    secondOpinions,
    messageEscalation,
    tickets,
    privacy,
    agents,
    agentTools,
    knowledgeDocuments,
    knowledgeSearch,
    files,
    messages,
    liveAnswers,
    turns,
    extractionEngines,
    extractions,
    extractionPreviews,
    inbox,
    teamReplies,
    usageReports,
  };
}
