import type { Page } from '@foyer/contracts/lists.ts';
import type { NewPrompt, Prompt, PromptListQuery, PromptPatch } from '@foyer/contracts/prompts.ts';
import { Id } from '@foyer/contracts/text.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { etagOf, requireMatch } from '#platform/http/etag.ts';
import { decodeCursor, page } from '#platform/http/pagination.ts';
import { appNotFound, promptNotFound } from './apps.errors.ts';
import { type AppRow, findApp, lockApp } from './apps.repository.ts';
import { type PromptVariables, requireKnownTool, requireSoundText } from './prompts.policy.ts';
import * as repository from './prompts.repository.ts';

export interface Prompts {
  /** @throws {AppError} APP_NOT_FOUND, UNKNOWN_VARIABLES, UNKNOWN_TOOL, VALIDATION_FAILED */
  create(scope: TenantScope, appId: string, draft: NewPrompt): Promise<Prompt>;
  /** @throws {AppError} APP_NOT_FOUND */
  list(scope: TenantScope, appId: string, query: PromptListQuery): Promise<Page<Prompt>>;
  /** @throws {AppError} those of `create`, PROMPT_NOT_FOUND, PRECONDITION_FAILED */
  update(scope: TenantScope, appId: string, promptId: string, patch: PromptPatch, ifMatch: string | undefined): Promise<Prompt>;
  /** @throws {AppError} APP_NOT_FOUND, PROMPT_NOT_FOUND */
  remove(scope: TenantScope, appId: string, promptId: string): Promise<void>;
}

/** What prompts need of the layers above them. */
export interface PromptDependencies {
  unitOfWork: UnitOfWork;
  variables: PromptVariables;
  /** The tools of an agent, by name. */
  toolNamesOf(tx: TenantTransaction, agentId: string): Promise<readonly string[]>;
}

export function createPrompts({ unitOfWork, variables, toolNamesOf }: PromptDependencies): Prompts {
  const toolNames = async (tx: TenantTransaction, { defaultAgentId }: AppRow) =>
    defaultAgentId === null ? [] : toolNamesOf(tx, defaultAgentId);

  return {
    create: async (scope, appId, draft) => {
      requireSoundText(draft, variables);
      return unitOfWork.write(scope, async (tx) => {
        const app = await lockApp(tx, appId);
        if (!app) throw appNotFound();
        if (draft.kind === 'TOOL_DESCRIPTION') requireKnownTool(draft, await toolNames(tx, app));
        if (draft.isDefault) await repository.clearDefault(tx, appId, draft);
        const [added] = await repository.insertPrompt(tx, appId, draft);
        if (!added) throw appNotFound();
        tx.emit({ type: 'prompt.created', subject: { appId, promptId: added.id }, data: { kind: draft.kind } });
        return toPrompt(added);
      });
    },

    list: (scope, appId, { limit, cursor, ...filter }) =>
      unitOfWork.read(scope, async (tx) => {
        if (!(await findApp(tx, appId))) throw appNotFound();
        const rows = await repository.listPrompts(tx, appId, { ...filter, after: decodeCursor(cursor, Id), limit: limit + 1 });
        return page(rows.map(toPrompt), limit, ({ id }) => id);
      }),

    update: (scope, appId, promptId, patch, ifMatch) =>
      unitOfWork.write(scope, async (tx) => {
        const app = await lockApp(tx, appId);
        if (!app) throw appNotFound();
        const found = await repository.findPrompt(tx, appId, promptId);
        if (!found) throw promptNotFound();
        requireMatch(ifMatch, etagOf(toPrompt(found)));
        const values = patched(found, patch);
        if (rewords(patch)) requireSoundText(values, variables);
        if (describesTool(values, found)) requireKnownTool(values, await toolNames(tx, app));
        if (values.isDefault) await repository.clearDefault(tx, appId, values);
        const [updated] = await repository.updatePrompt(tx, appId, promptId, values);
        tx.emit({ type: 'prompt.updated', subject: { appId, promptId }, data: { kind: values.kind } });
        return toPrompt(updated ?? found);
      }),

    remove: (scope, appId, promptId) =>
      unitOfWork.write(scope, async (tx) => {
        if (!(await lockApp(tx, appId))) throw appNotFound();
        if (!(await repository.deletePrompt(tx, appId, promptId))) throw promptNotFound();
        tx.emit({ type: 'prompt.deleted', subject: { appId, promptId } });
      }),
  };
}

/** What is stored already may be older than a rule: it can still be switched off. */
const rewords = ({ kind, content, variables }: PromptPatch): boolean => (kind ?? content ?? variables) !== undefined;

/** Whether it describes a tool from now on that it has not described before, or goes on doing so by default. */
const describesTool = (values: repository.PromptValues, before: repository.PromptRow): boolean =>
  values.kind === 'TOOL_DESCRIPTION' && (values.isDefault || values.kind !== before.kind || values.name !== before.name);

const patched = (row: repository.PromptRow, patch: PromptPatch): repository.PromptValues => ({
  name: patch.name ?? row.name,
  kind: patch.kind ?? row.kind,
  content: patch.content ?? row.content,
  variables: patch.variables ?? row.variables,
  isDefault: patch.isDefault ?? row.isDefault,
});

function toPrompt({ tenantId: _, createdAt, updatedAt, ...prompt }: repository.PromptRow): Prompt {
  return { ...prompt, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
