import { agentDocumentRoutes } from '#agents/definitions/agent-documents.routes.ts';
import { agentToolRoutes } from '#agents/definitions/agent-tools.routes.ts';
import { agentRoutes } from '#agents/definitions/agents.routes.ts';
import { promptPreviewRoutes } from '#agents/definitions/prompt-preview.routes.ts';
import { knowledgeRoutes } from '#agents/knowledge/knowledge.routes.ts';
import { usageReportRoutes } from '#automation/reports/usage-report.routes.ts';
import { chatHttpRoutes } from '#channels/web-chat/chat-http.routes.ts';
import { visitorFileRoutes } from '#channels/web-chat/visitor-files.routes.ts';
import { webChatRoutes } from '#channels/web-chat/web-chat.routes.ts';
import { privacyRoutes } from '#contacts/privacy/privacy.routes.ts';
import { extractionRoutes } from '#conversations/extracting/extractions.routes.ts';
import { inboxRoutes } from '#conversations/inbox/inbox.routes.ts';
import { teamReplyRoutes } from '#conversations/inbox/team-replies.routes.ts';
import { apiKeyRoutes } from '#identity/api-keys/api-keys.routes.ts';
import { appRoutes } from '#identity/apps/apps.routes.ts';
import { appConfigRoutes } from '#identity/apps/configs.routes.ts';
import { promptRoutes } from '#identity/apps/prompts.routes.ts';
import { auditRoutes } from '#identity/audit/audit.routes.ts';
import { breakGlassRoutes } from '#identity/break-glass/break-glass.routes.ts';
import { featureFlagRoutes } from '#identity/feature-flags/feature-flags.routes.ts';
import { invitationRoutes } from '#identity/invitations/invitations.routes.ts';
import { memberRoutes } from '#identity/members/members.routes.ts';
import { accountRoutes } from '#identity/sessions/account.routes.ts';
import { sessionRoutes } from '#identity/sessions/sessions.routes.ts';
import { identityProviderRoutes } from '#identity/single-sign-on/identity-providers.routes.ts';
import { signOnRoutes } from '#identity/single-sign-on/sign-on.routes.ts';
import { tenantRoutes } from '#identity/tenants/tenants.routes.ts';
import { fileRoutes } from '#messaging/files/files.routes.ts';
import { ticketRoutes } from '#outcomes/tickets/tickets.routes.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import { escalationPolicyRoutes } from '#triage/escalations/escalation-policies.routes.ts';
import { escalationRoutes } from '#triage/escalations/escalations.routes.ts';
import { redFlagRoutes } from '#triage/safety/red-flags.routes.ts';
import type { Services } from './services.ts';
import type { WebChat } from './web-chat.ts';

/** Everything that answers over HTTP. A process that is a worker only answers about its health. */
export const routeModules = (services: Services, webChat: WebChat): RouteModule[] => [
  sessionRoutes(services.sessions, services.refreshCookies),
  accountRoutes(services.sessions, services.refreshCookies),
  signOnRoutes(services.signOn, services.signOnAddress, services.refreshCookies),
  invitationRoutes(services.invitations, services.refreshCookies),
  tenantRoutes(services.tenants),
  featureFlagRoutes(services.featureFlags),
  breakGlassRoutes(services.breakGlass),
  memberRoutes(services.members),
  identityProviderRoutes(services.identityProviders, services.signOnAddress),
  apiKeyRoutes(services.apiKeys),
  appRoutes(services.apps),
  appConfigRoutes(services.appConfigs),
  promptRoutes(services.prompts),
  promptPreviewRoutes(services.promptPreviews),
  agentRoutes(services.agents),
  agentToolRoutes(services.agentTools),
  agentDocumentRoutes(services.knowledgeDocuments, services.agents),
  knowledgeRoutes({ documents: services.knowledgeDocuments, search: services.knowledgeSearch }),
  fileRoutes(services.files),
  escalationRoutes(services.escalations),
  escalationPolicyRoutes(services.escalationPolicies),
  extractionRoutes({ extractions: services.extractions, previews: services.extractionPreviews }),
  inboxRoutes(services.inbox, services.handOver),
  teamReplyRoutes({
    inbox: services.inbox,
    replies: services.teamReplies,
    handOver: services.handOver,
    nameOf: services.people.nameOf,
  }),
  redFlagRoutes({ rules: services.redFlagRules, safety: services.safety }),
  ticketRoutes(services.tickets),
  privacyRoutes(services.privacy),
  usageReportRoutes(services.usageReports),
  auditRoutes(services.auditLog, services.installationLog),
  webChatRoutes(webChat),
  chatHttpRoutes(webChat.http),
  visitorFileRoutes(webChat.files),
];
