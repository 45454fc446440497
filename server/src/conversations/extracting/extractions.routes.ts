import {
  Extraction,
  ExtractionDetail,
  ExtractionListQuery,
  ExtractionPreview,
  ExtractionPreviewRequest,
  FieldCorrection,
} from '@foyer/contracts/extractions.ts';
import { pageOf } from '@foyer/contracts/lists.ts';
import { Id, text } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import { type CallRequest, type MemberPrincipal, member } from '#platform/http/access.ts';
import { answered } from '#platform/http/answers.ts';
import { etagOf } from '#platform/http/etag.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { Extractions } from './extractions.service.ts';
import type { Verdict } from './judge-field.ts';
import type { ExtractionPreviews } from './preview-extraction.ts';

const tags = ['Extraction'];
const one = z.strictObject({ id: Id });
const field = z.strictObject({ id: Id, name: text({ min: 1, max: 200 }) });
const JUDGING = ['EXTRACTION_NOT_FOUND', 'EXTRACTION_FIELD_NOT_FOUND', 'PRECONDITION_FAILED'];

/** Forms that conversations fill in, for the people of the team and their servers. */
export function extractionRoutes({ extractions, previews }: { extractions: Extractions; previews: ExtractionPreviews }): RouteModule {
  const judge = async (
    context: { scope: TenantScope; actor: MemberPrincipal; params: { id: string; name: string }; request: CallRequest },
    verdict: Verdict,
  ) => {
    const { scope, actor, params, request } = context;
    const detail = await extractions.judge(scope, params.id, {
      fieldName: params.name,
      verdict,
      personId: actor.kind === 'person' ? actor.personId : undefined,
      ifMatch: request.header('if-match'),
    });
    return answered(200, detail, { etag: etagOf(detail) });
  };

  return (routes) => {
    routes.get('/extractions', {
      summary: 'List extractions, the latest first, of one conversation or all',
      tags,
      access: member('agent', 'extractions:read', { personalData: true }),
      audits: 'extraction.read',
      query: ExtractionListQuery,
      answers: { 200: pageOf(Extraction) },
      problems: ['INVALID_CURSOR'],
      handle: ({ scope, query }) => extractions.list(scope, query),
    });

    routes.get('/extractions/:id', {
      summary: 'Read an extraction with its fields, their evidence and every change of them',
      tags,
      access: member('agent', 'extractions:read', { personalData: true }),
      audits: 'extraction.read',
      params: one,
      answers: { 200: ExtractionDetail },
      problems: ['EXTRACTION_NOT_FOUND'],
      handle: async ({ scope, params }) => {
        const detail = await extractions.get(scope, params.id);
        return answered(200, detail, { etag: etagOf(detail) });
      },
    });

    routes.post('/extractions/:id/fields/:name/confirm', {
      summary: 'Say that what was found for a field is right',
      tags,
      access: member('agent', 'extractions:write', { personalData: true }),
      audits: 'extraction.updated',
      params: field,
      answers: { 200: ExtractionDetail },
      problems: [...JUDGING, 'EXTRACTION_FIELD_EMPTY'],
      handle: (context) => judge(context, { kind: 'confirm' }),
    });

    routes.post('/extractions/:id/fields/:name/correct', {
      summary: 'Give a field another value',
      description: 'The value that is known already confirms it.',
      tags,
      access: member('agent', 'extractions:write', { personalData: true }),
      audits: 'extraction.updated',
      params: field,
      body: FieldCorrection,
      answers: { 200: ExtractionDetail },
      problems: JUDGING,
      handle: (context) => judge(context, { kind: 'set', value: context.body.value }),
    });

    routes.post('/extractions/:id/fields/:name/reject', {
      summary: 'Say that what was found for a field is wrong, without another value',
      tags,
      access: member('agent', 'extractions:write', { personalData: true }),
      audits: 'extraction.updated',
      params: field,
      answers: { 200: ExtractionDetail },
      problems: JUDGING,
      handle: (context) => judge(context, { kind: 'reject' }),
    });

    routes.post('/extractions/preview', {
      summary: 'Try a form on messages',
      description: 'Reads the messages as a conversation would be read, and stores nothing of them.',
      tags,
      access: member('agent', 'extractions:write', { personalData: true }),
      audits: 'extraction.previewed',
      body: ExtractionPreviewRequest,
      idempotent: false,
      answers: { 200: ExtractionPreview },
      problems: ['INVALID_FORM_SCHEMA', 'NO_MODEL_PROVIDER', 'MODEL_UNAVAILABLE'],
      handle: ({ scope, body, request }) => previews.preview(scope, body, request.signal),
    });
  };
}
