import { PromptPreview, PromptPreviewQuery } from '@foyer/contracts/prompt-preview.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { member } from '#platform/http/access.ts';
import { nothing } from '#platform/http/access-audit.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { PromptPreviews } from './prompt-preview.service.ts';

export function promptPreviewRoutes(previews: PromptPreviews): RouteModule {
  return (routes) => {
    routes.get('/apps/:appId/prompts/preview', {
      summary: 'Show what the agent of an app is told now, and how visitors are greeted',
      tags: ['Prompts'],
      access: member('admin', 'prompts:read'),
      audits: nothing('Set-up, which holds no personal data.'),
      params: z.strictObject({ appId: Id }),
      query: PromptPreviewQuery,
      answers: { 200: PromptPreview },
      problems: ['APP_NOT_FOUND'],
      handle: ({ scope, params, query }) => previews.show(scope, params.appId, query),
    });
  };
}
