import type { Page } from '@foyer/contracts/lists.ts';
import type { NewRedFlagRule, RedFlagRule, RedFlagRuleListQuery, RedFlagRulePatch } from '@foyer/contracts/red-flags.ts';
import { Id } from '@foyer/contracts/text.ts';
import { brokenUniqueConstraint } from '#platform/db/database-errors.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import { etagOf, requireMatch } from '#platform/http/etag.ts';
import { decodeCursor, page } from '#platform/http/pagination.ts';
import { redFlagRuleNameTaken, redFlagRuleNotFound, tooManyRedFlagRules } from './red-flag-rules.errors.ts';
import { requireSoundRule } from './red-flag-rules.policy.ts';
import * as repository from './red-flag-rules.repository.ts';

/** Every message is tried with all of them. */
const MAX_RULES = 100;

export interface RedFlagRules {
  /** @throws {AppError} VALIDATION_FAILED, RED_FLAG_RULE_NAME_TAKEN, TOO_MANY_RED_FLAG_RULES */
  create(scope: TenantScope, draft: NewRedFlagRule): Promise<RedFlagRule>;
  list(scope: TenantScope, query: RedFlagRuleListQuery): Promise<Page<RedFlagRule>>;
  /** @throws {AppError} RED_FLAG_RULE_NOT_FOUND */
  get(scope: TenantScope, ruleId: string): Promise<RedFlagRule>;
  /** @throws {AppError} those of `create`, RED_FLAG_RULE_NOT_FOUND, PRECONDITION_FAILED */
  update(scope: TenantScope, ruleId: string, patch: RedFlagRulePatch, ifMatch: string | undefined): Promise<RedFlagRule>;
  /** @throws {AppError} RED_FLAG_RULE_NOT_FOUND */
  remove(scope: TenantScope, ruleId: string): Promise<void>;
}

export function createRedFlagRules({ unitOfWork }: { unitOfWork: UnitOfWork }): RedFlagRules {
  return {
    create: async (scope, draft) => {
      requireSoundRule(draft);
      return namingConflicts(draft.name, () =>
        unitOfWork.write(scope, async (tx) => {
          if ((await repository.countRules(tx)) >= MAX_RULES) throw tooManyRedFlagRules(MAX_RULES);
          const added = await repository.insertRule(tx, draft);
          tx.emit({ type: 'red-flag-rule.created', subject: { redFlagRuleId: added.id } });
          return toRule(added);
        }),
      );
    },

    list: (scope, { limit, cursor }) =>
      unitOfWork.read(scope, async (tx) => {
        const rows = await repository.listRules(tx, decodeCursor(cursor, Id), limit + 1);
        return page(rows.map(toRule), limit, ({ id }) => id);
      }),

    get: (scope, ruleId) =>
      unitOfWork.read(scope, async (tx) => {
        const found = await repository.findRule(tx, ruleId);
        if (!found) throw redFlagRuleNotFound();
        return toRule(found);
      }),

    update: (scope, ruleId, patch, ifMatch) =>
      namingConflicts(patch.name ?? '', () =>
        unitOfWork.write(scope, async (tx) => {
          const found = await repository.lockRule(tx, ruleId);
          if (!found) throw redFlagRuleNotFound();
          requireMatch(ifMatch, etagOf(toRule(found)));
          const values = patched(found, patch);
          requireSoundRule(values);
          const updated = await repository.updateRule(tx, ruleId, values);
          tx.emit({ type: 'red-flag-rule.updated', subject: { redFlagRuleId: ruleId } });
          return toRule(updated ?? found);
        }),
      ),

    remove: (scope, ruleId) =>
      unitOfWork.write(scope, async (tx) => {
        if (!(await repository.deleteRule(tx, ruleId))) throw redFlagRuleNotFound();
        tx.emit({ type: 'red-flag-rule.deleted', subject: { redFlagRuleId: ruleId } });
      }),
  };
}

async function namingConflicts<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (brokenUniqueConstraint(error) === 'red_flag_rules_name') throw redFlagRuleNameTaken(name);
    throw error;
  }
}

const patched = (row: repository.RedFlagRuleRow, patch: RedFlagRulePatch): repository.RedFlagRuleValues => ({
  name: patch.name ?? row.name,
  category: patch.category ?? row.category,
  urgency: patch.urgency ?? row.urgency,
  language: patch.language === undefined ? row.language : patch.language,
  phrases: patch.phrases ?? row.phrases,
  examples: patch.examples ?? row.examples,
  isActive: patch.isActive ?? row.isActive,
});

function toRule({ tenantId: _, createdAt, updatedAt, ...rule }: repository.RedFlagRuleRow): RedFlagRule {
  return { ...rule, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
