import { pageOf } from '@foyer/contracts/lists.ts';
import { NewPrompt, Prompt, PromptListQuery, PromptPatch } from '@foyer/contracts/prompts.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { member } from '#platform/http/access.ts';
import { nothing } from '#platform/http/access-audit.ts';
import { answered, created, noContent } from '#platform/http/answers.ts';
import { etagOf } from '#platform/http/etag.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { Prompts } from './prompts.service.ts';

const tags = ['Prompts'];
const ofApp = z.strictObject({ appId: Id });
const one = z.strictObject({ appId: Id, promptId: Id });

export function promptRoutes(prompts: Prompts): RouteModule {
  return (routes) => {
    routes.post('/apps/:appId/prompts', {
      summary: 'Add a prompt profile',
      tags,
      access: member('admin'),
      audits: 'prompt.created',
      params: ofApp,
      body: NewPrompt,
      answers: { 201: Prompt },
      problems: ['APP_NOT_FOUND', 'UNKNOWN_VARIABLES', 'UNKNOWN_TOOL'],
      handle: async ({ scope, params, body }) => {
        const prompt = await prompts.create(scope, params.appId, body);
        return created(prompt, { etag: etagOf(prompt) });
      },
    });

    routes.get('/apps/:appId/prompts', {
      summary: 'List the prompt profiles of an app, of one kind or all',
      tags,
      access: member('viewer', 'prompts:read'),
      audits: nothing('Set-up, which holds no personal data.'),
      params: ofApp,
      query: PromptListQuery,
      answers: { 200: pageOf(Prompt) },
      problems: ['APP_NOT_FOUND', 'INVALID_CURSOR'],
      handle: ({ scope, params, query }) => prompts.list(scope, params.appId, query),
    });

    routes.patch('/apps/:appId/prompts/:promptId', {
      summary: 'Change a prompt profile',
      tags,
      access: member('admin'),
      audits: 'prompt.updated',
      params: one,
      body: PromptPatch,
      answers: { 200: Prompt },
      problems: ['APP_NOT_FOUND', 'PROMPT_NOT_FOUND', 'UNKNOWN_VARIABLES', 'UNKNOWN_TOOL', 'PRECONDITION_FAILED'],
      handle: async ({ scope, params, body, request }) => {
        const prompt = await prompts.update(scope, params.appId, params.promptId, body, request.header('if-match'));
        return answered(200, prompt, { etag: etagOf(prompt) });
      },
    });

    routes.delete('/apps/:appId/prompts/:promptId', {
      summary: 'Delete a prompt profile',
      tags,
      access: member('admin'),
      audits: 'prompt.deleted',
      params: one,
      answers: { 204: null },
      problems: ['APP_NOT_FOUND', 'PROMPT_NOT_FOUND'],
      handle: async ({ scope, params }) => {
        await prompts.remove(scope, params.appId, params.promptId);
        return noContent();
      },
    });
  };
}
