import { pageOf } from '@foyer/contracts/lists.ts';
import {
  NewRedFlagRule,
  RedFlagRule,
  RedFlagRuleListQuery,
  RedFlagRulePatch,
  ScreenAnswer,
  ScreenRequest,
} from '@foyer/contracts/red-flags.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { member } from '#platform/http/access.ts';
import { nothing } from '#platform/http/access-audit.ts';
import { answered, created, noContent } from '#platform/http/answers.ts';
import { etagOf } from '#platform/http/etag.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { RedFlagRules } from './red-flag-rules.service.ts';
import type { VisitorSafety } from './visitor-safety.ts';

const tags = ['Safety'];
const one = z.strictObject({ ruleId: Id });

export function redFlagRoutes({ rules, safety }: { rules: RedFlagRules; safety: Pick<VisitorSafety, 'screen'> }): RouteModule {
  return (routes) => {
    routes.post('/red-flags/screen', {
      summary: 'Screen a text for red flags, by the built-in rules, the classifier and your own rules',
      tags,
      access: member('viewer', 'red-flags:read'),
      audits: 'message.screened',
      body: ScreenRequest,
      answers: { 200: ScreenAnswer },
      problems: [],
      handle: async ({ scope, body }) => {
        const { urgency, matches } = await safety.screen(scope, body.text);
        return { urgency, matches: matches.map(({ category, ruleId, quote }) => ({ category, ruleId, quote })) };
      },
    });

    routes.post('/red-flag-rules', {
      summary: 'Add a red-flag rule of your own',
      tags,
      access: member('admin'),
      audits: 'red-flag-rule.created',
      body: NewRedFlagRule,
      answers: { 201: RedFlagRule },
      problems: ['RED_FLAG_RULE_NAME_TAKEN', 'TOO_MANY_RED_FLAG_RULES'],
      handle: async ({ scope, body }) => {
        const rule = await rules.create(scope, body);
        return created(rule, { etag: etagOf(rule) });
      },
    });

    routes.get('/red-flag-rules', {
      summary: 'List your red-flag rules',
      tags,
      access: member('viewer', 'red-flags:read'),
      audits: nothing('Set-up, which holds no personal data.'),
      query: RedFlagRuleListQuery,
      answers: { 200: pageOf(RedFlagRule) },
      problems: ['INVALID_CURSOR'],
      handle: ({ scope, query }) => rules.list(scope, query),
    });

    routes.get('/red-flag-rules/:ruleId', {
      summary: 'Read a red-flag rule',
      tags,
      access: member('viewer', 'red-flags:read'),
      audits: nothing('Set-up, which holds no personal data.'),
      params: one,
      answers: { 200: RedFlagRule },
      problems: ['RED_FLAG_RULE_NOT_FOUND'],
      handle: async ({ scope, params }) => {
        const rule = await rules.get(scope, params.ruleId);
        return answered(200, rule, { etag: etagOf(rule) });
      },
    });

    routes.patch('/red-flag-rules/:ruleId', {
      summary: 'Change a red-flag rule',
      tags,
      access: member('admin'),
      audits: { action: 'red-flag-rule.updated', parameter: 'ruleId' },
      params: one,
      body: RedFlagRulePatch,
      answers: { 200: RedFlagRule },
      problems: ['RED_FLAG_RULE_NOT_FOUND', 'RED_FLAG_RULE_NAME_TAKEN', 'PRECONDITION_FAILED'],
      handle: async ({ scope, params, body, request }) => {
        const rule = await rules.update(scope, params.ruleId, body, request.header('if-match'));
        return answered(200, rule, { etag: etagOf(rule) });
      },
    });

    routes.delete('/red-flag-rules/:ruleId', {
      summary: 'Delete a red-flag rule',
      tags,
      access: member('admin'),
      audits: { action: 'red-flag-rule.deleted', parameter: 'ruleId' },
      params: one,
      answers: { 204: null },
      problems: ['RED_FLAG_RULE_NOT_FOUND'],
      handle: async ({ scope, params }) => {
        await rules.remove(scope, params.ruleId);
        return noContent();
      },
    });
  };
}
