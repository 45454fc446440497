import { pageOf } from '@foyer/contracts/lists.ts';
import {
  LegalHold,
  LegalHoldListQuery,
  NewLegalHold,
  PersonalDataErasure,
  PersonalDataExport,
  PrivacyRequest,
  PrivacyRequestListQuery,
  Retention,
  RetentionPatch,
} from '@foyer/contracts/privacy.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { member } from '#platform/http/access.ts';
import { nothing } from '#platform/http/access-audit.ts';
import { answered, created, noContent, raw } from '#platform/http/answers.ts';
import { etagOf } from '#platform/http/etag.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { Privacy } from './privacy.service.ts';

const tags = ['Privacy'];
const requestParams = z.strictObject({ requestId: Id });
const holdParams = z.strictObject({ holdId: Id });

/** For administrators: what a person may ask of the business about their own data. */
export function privacyRoutes(privacy: Privacy): RouteModule {
  return (routes) => {
    routes.post('/privacy/export', {
      summary: 'Export everything about a contact as a ZIP file',
      description: 'Made by a job; `GET /privacy/requests/:requestId` says when it is there. The file is kept for seven days.',
      tags,
      access: member('admin', undefined, { personalData: true }),
      audits: 'contact.export-requested',
      body: PersonalDataExport,
      answers: { 202: PrivacyRequest },
      problems: ['CONTACT_NOT_FOUND'],
      handle: async ({ scope, actor, body }) => {
        const request = await privacy.requestExport(scope, actor, body.contactId);
        return answered(202, request, { etag: etagOf(request) });
      },
    });

    routes.post('/privacy/erase', {
      summary: 'Erase a contact with conversations, files, forms, tickets and all',
      description: 'Done by a job, all of it or nothing. Audit entries and figures stay: they name nobody. A legal hold forbids it.',
      tags,
      access: member('admin', undefined, { personalData: true }),
      audits: 'contact.erasure-requested',
      body: PersonalDataErasure,
      answers: { 202: PrivacyRequest },
      problems: ['CONTACT_NOT_FOUND', 'LEGAL_HOLD'],
      handle: async ({ scope, actor, body }) => {
        const request = await privacy.requestErasure(scope, actor, body);
        return answered(202, request, { etag: etagOf(request) });
      },
    });

    routes.get('/privacy/requests', {
      summary: 'List exports and erasures, the newest first',
      tags,
      access: member('admin', undefined, { personalData: true }),
      audits: 'privacy-request.read',
      query: PrivacyRequestListQuery,
      answers: { 200: pageOf(PrivacyRequest) },
      problems: ['INVALID_CURSOR'],
      handle: ({ scope, query }) => privacy.list(scope, query),
    });

    routes.get('/privacy/requests/:requestId', {
      summary: 'Read how far an export or an erasure is',
      tags,
      access: member('admin', undefined, { personalData: true }),
      audits: { action: 'privacy-request.read', parameter: 'requestId' },
      params: requestParams,
      answers: { 200: PrivacyRequest },
      problems: ['PRIVACY_REQUEST_NOT_FOUND'],
      handle: async ({ scope, params }) => {
        const request = await privacy.get(scope, params.requestId);
        return answered(200, request, { etag: etagOf(request) });
      },
    });

    routes.get('/privacy/requests/:requestId/file', {
      summary: 'Fetch the ZIP file of an export',
      tags,
      access: member('admin', undefined, { personalData: true }),
      audits: { action: 'export.fetched', parameter: 'requestId' },
      params: requestParams,
      answers: { 200: raw('application/zip', 'A JSON file for each kind of data, and the files that were sent') },
      problems: ['PRIVACY_REQUEST_NOT_FOUND', 'EXPORT_GONE', 'STORAGE_UNAVAILABLE'],
      handle: async ({ scope, params }) =>
        answered(200, await privacy.openExport(scope, params.requestId), {
          'content-disposition': `attachment; filename="export-${params.requestId}.zip"`,
          'cache-control': 'no-store',
        }),
    });

    routes.post('/privacy/holds', {
      summary: 'Put the data of a contact on legal hold',
      tags,
      access: member('admin', undefined, { personalData: true }),
      audits: 'legal-hold.created',
      body: NewLegalHold,
      answers: { 201: LegalHold },
      problems: ['CONTACT_NOT_FOUND'],
      handle: async ({ scope, actor, body }) => {
        const hold = await privacy.hold(scope, actor, body);
        return created(hold, { etag: etagOf(hold) });
      },
    });

    routes.get('/privacy/holds', {
      summary: 'List legal holds, released ones too, the newest first',
      tags,
      access: member('admin', undefined, { personalData: true }),
      audits: 'legal-hold.read',
      query: LegalHoldListQuery,
      answers: { 200: pageOf(LegalHold) },
      problems: ['INVALID_CURSOR'],
      handle: ({ scope, query }) => privacy.listHolds(scope, query),
    });

    routes.delete('/privacy/holds/:holdId', {
      summary: 'Release a legal hold',
      tags,
      access: member('admin', undefined, { personalData: true }),
      audits: { action: 'legal-hold.released', parameter: 'holdId' },
      params: holdParams,
      answers: { 204: null },
      problems: ['LEGAL_HOLD_NOT_FOUND'],
      handle: async ({ scope, actor, params }) => {
        await privacy.release(scope, actor, params.holdId);
        return noContent();
      },
    });

    routes.get('/privacy/retention', {
      summary: 'Read for how long each class of data is kept',
      tags,
      access: member('admin'),
      audits: nothing('Set-up, which holds no personal data.'),
      answers: { 200: Retention },
      handle: ({ scope }) => privacy.retention(scope),
    });

    routes.put('/privacy/retention', {
      summary: 'Say for how many days each class of data is kept',
      description: 'What is older is removed every night. Legal holds win.',
      tags,
      access: member('owner'),
      audits: 'retention.updated',
      body: RetentionPatch,
      answers: { 200: Retention },
      handle: ({ scope, body }) => privacy.changeRetention(scope, body),
    });
  };
}
