import type { EmergencyFrame } from '@foyer/contracts/chat-socket.ts';
import { tenantOf } from '#identity/apps/app-set-up.ts';
import type { MessageRedFlags } from '#messaging/messages/messages.tables.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { SetUpCache } from '#platform/realtime/set-up-cache.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { type EmergencyTextSource, emergencyFrame, type TextLanguage, textLanguage } from './emergency-text.ts';
import { PhraseError } from './phrase.ts';
import { listActiveRules, type RedFlagRuleRow } from './red-flag-rules.repository.ts';
import { RULES_VERSION } from './rule.ts';
import { compileRules, type RuleSet } from './rule-set.ts';
import type { Screen, ScreenResult } from './screen.ts';

/** What a message says about danger, and what is shown for it at once. */
export interface SafetyFinding {
  /** For the message's row; undefined where nothing alarmed. */
  redFlags: MessageRedFlags | undefined;
  emergency: EmergencyFrame | undefined;
}

export interface VisitorSafety {
  /** Learns the tenant's rules and texts, or learns them anew where they changed. */
  learn(scope: TenantScope): Promise<void>;
  /** Looks at a message without asking anybody: by what was learnt last, or by the built-in rules where nothing was learnt yet. */
  look(scope: TenantScope, text: string, conversationLanguage: string): SafetyFinding;
  /** What is shown for an emergency of these categories that somebody else has found; by what was learnt last, too. */
  emergencyOf(scope: TenantScope, categories: readonly string[], language: TextLanguage): EmergencyFrame;
  /** What the screen makes of a text, by the tenant's rules as they are now. */
  screen(scope: TenantScope, text: string): Promise<ScreenResult>;
}

interface TenantKnowledge {
  source: EmergencyTextSource;
  rules: RuleSet | undefined;
}

const NOTHING_LEARNT: TenantKnowledge = { source: { country: null, profile: {} }, rules: undefined };
/** Of tenants; who is forgotten is learnt again with the next connection. */
const MAX_LEARNT = 10_000;

interface Dependencies {
  unitOfWork: UnitOfWork;
  setUps: SetUpCache;
  screen: Screen;
  logger: Logger;
}

export function createVisitorSafety({ unitOfWork, setUps, screen, logger }: Dependencies): VisitorSafety {
  const learnt = new Map<string, TenantKnowledge>();

  const learn = async (scope: TenantScope): Promise<TenantKnowledge> => {
    const setUp = setUps.of(scope.tenantId);
    // Both are in memory where nothing has changed; otherwise one transaction reads them.
    const knowledge = await setUp.read('visitor-safety', () =>
      unitOfWork.read(scope, async (tx) => {
        const tenant = await tenantOf(tx, setUp);
        const rows = await listActiveRules(tx);
        return { source: tenant ?? NOTHING_LEARNT.source, rules: rows.length > 0 ? compileOwn(rows, logger) : undefined };
      }),
    );
    if (learnt.size >= MAX_LEARNT && !learnt.has(scope.tenantId)) learnt.clear();
    learnt.set(scope.tenantId, knowledge);
    return knowledge;
  };

  return {
    learn: async (scope) => void (await learn(scope)),

    look: (scope, text, conversationLanguage) => {
      const { source, rules } = learnt.get(scope.tenantId) ?? NOTHING_LEARNT;
      const result = screen(text, rules);
      // What changed meanwhile holds from the next message on; nobody waits for it here.
      learn(scope).catch((error: unknown) =>
        logger.debug('Rules of a tenant could not be read again', { tenantId: scope.tenantId, error }),
      );
      if (result.urgency === 'none') return { redFlags: undefined, emergency: undefined };
      return {
        redFlags: { urgency: result.urgency, rulesVersion: RULES_VERSION, matches: result.matches },
        emergency: result.urgency === 'emergency' ? emergencyFrame(source, result, textLanguage(text, conversationLanguage)) : undefined,
      };
    },

    emergencyOf: (scope, categories, language) => {
      const { source } = learnt.get(scope.tenantId) ?? NOTHING_LEARNT;
      return emergencyFrame(source, { matches: categories.map((category) => ({ category, urgency: 'emergency' })) }, language);
    },

    screen: async (scope, text) => screen(text, (await learn(scope)).rules),
  };
}

/** A stored rule that this version cannot read must not take the others with it, nor the visitor's connection. */
function compileOwn(rows: readonly RedFlagRuleRow[], logger: Logger): RuleSet {
  const readable = rows.filter((row) => {
    try {
      compileRules([row], { allowConcepts: false });
      return true;
    } catch (error) {
      if (!(error instanceof PhraseError)) throw error;
      logger.error('A red-flag rule cannot be read and is not tried. Save it again', { tenantId: row.tenantId, redFlagRuleId: row.id });
      return false;
    }
  });
  return compileRules(readable, { allowConcepts: false });
}
