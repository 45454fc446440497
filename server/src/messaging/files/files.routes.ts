import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { member } from '#platform/http/access.ts';
import { answerFile, FILE_ANSWERS } from '#platform/http/file-answer.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { Files } from './files.service.ts';
import { servedFile } from './served-file.ts';

/** The files of conversations, for the team. What a visitor has not sent yet is the visitor's. */
export function fileRoutes(files: Files): RouteModule {
  return (routes) => {
    routes.get('/files/:fileId', {
      summary: 'Fetch a file of a conversation',
      description: 'Single ranges of bytes are served.',
      tags: ['Conversations'],
      access: member('viewer', 'conversations:read', { personalData: true }),
      audits: 'file.read',
      params: z.strictObject({ fileId: Id }),
      answers: FILE_ANSWERS,
      problems: ['FILE_NOT_FOUND', 'RANGE_NOT_SATISFIABLE', 'STORAGE_UNAVAILABLE'],
      handle: async ({ scope, params, request }) => {
        const file = await files.find(scope, params.fileId, ({ messageId }) => messageId !== null);
        return answerFile(request, servedFile(files, file));
      },
    });
  };
}
