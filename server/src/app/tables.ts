import type { PgTable } from 'drizzle-orm/pg-core';
import { agents, agentTools } from '#agents/definitions/agents.tables.ts';
import { extractionFieldHistory, extractionFields, extractions } from '#agents/extraction/extractions.tables.ts';
import { knowledgeChunks, knowledgeDocuments, knowledgeTerms, knowledgeWords } from '#agents/knowledge/knowledge.tables.ts';
import { modelUsage } from '#agents/models/model-usage.tables.ts';
import { widgetSessions } from '#channels/web-chat/widget-sessions.tables.ts';
import { contactIdentifiers, contacts } from '#contacts/contacts.tables.ts';
import { legalHolds, privacyRequests, retentionRules } from '#contacts/privacy/privacy.tables.ts';
import { apiKeys } from '#identity/api-keys/api-keys.tables.ts';
import { apps } from '#identity/apps/apps.tables.ts';
import { appConfigs } from '#identity/apps/configs.tables.ts';
import { promptProfiles } from '#identity/apps/prompts.tables.ts';
import { auditChainHeads, auditEntries } from '#identity/audit/audit.tables.ts';
import { breakGlassGrants } from '#identity/break-glass/break-glass.tables.ts';
import {
  oneTimeCodes,
  passwordResets,
  pendingRegistrations,
  recoveryCodes,
  secondFactors,
} from '#identity/credentials/credentials.tables.ts';
import { featureFlags } from '#identity/feature-flags/feature-flags.tables.ts';
import { invitations } from '#identity/invitations/invitations.tables.ts';
import { memberships, people } from '#identity/members/members.tables.ts';
import { failedSignIns, refreshTokens, signIns } from '#identity/sessions/sessions.tables.ts';
import { federatedIdentities, identityProviders, signOnAttempts, signOnHandovers } from '#identity/single-sign-on/single-sign-on.tables.ts';
import { tenants } from '#identity/tenants/tenants.tables.ts';
import { conversations, conversationUpdates } from '#messaging/conversations/conversations.tables.ts';
import { files } from '#messaging/files/files.tables.ts';
import { messages } from '#messaging/messages/messages.tables.ts';
import { toolCalls, turnAttempts, turnSteps, turns } from '#messaging/turns/turns.tables.ts';
import { tickets } from '#outcomes/tickets/tickets.tables.ts';
import { eventCounters, eventCursors, eventFailures, events } from '#platform/events/events.tables.ts';
import { idempotentRequests } from '#platform/http/idempotency/idempotent-requests.tables.ts';
import { workerHeartbeats } from '#platform/jobs/jobs.tables.ts';
import { escalationPolicies } from '#triage/escalations/escalation-policies.tables.ts';
import { escalationEvidence, escalationNotifications, escalations } from '#triage/escalations/escalations.tables.ts';
import { redFlagRules } from '#triage/safety/red-flag-rules.tables.ts';

/** Every table of the product. One that is missing here has no grants, so nothing could use it, and a test finds it. */
export const tables: readonly PgTable[] = [
  events,
  eventCounters,
  eventCursors,
  eventFailures,
  workerHeartbeats,
  idempotentRequests,
  tenants,
  people,
  memberships,
  signIns,
  refreshTokens,
  failedSignIns,
  oneTimeCodes,
  passwordResets,
  secondFactors,
  recoveryCodes,
  pendingRegistrations,
  invitations,
  identityProviders,
  federatedIdentities,
  signOnAttempts,
  signOnHandovers,
  featureFlags,
  breakGlassGrants,
  auditEntries,
  auditChainHeads,
  apiKeys,
  apps,
  appConfigs,
  promptProfiles,
  conversations,
  conversationUpdates,
  files,
  messages,
  turns,
  turnAttempts,
  turnSteps,
  toolCalls,
  contacts,
  contactIdentifiers,
  privacyRequests,
  legalHolds,
  retentionRules,
  agents,
  agentTools,
  extractions,
  extractionFields,
  extractionFieldHistory,
  knowledgeDocuments,
  knowledgeChunks,
  knowledgeTerms,
  knowledgeWords,
  modelUsage,
  tickets,
  redFlagRules,
  escalationPolicies,
  escalations,
  escalationEvidence,
  escalationNotifications,
  widgetSessions,
];
