import { UploadedFile } from '@foyer/contracts/files.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { widget } from '#platform/http/access.ts';
import { created } from '#platform/http/answers.ts';
import { answerFile, FILE_ANSWERS } from '#platform/http/file-answer.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { VisitorFiles } from './visitor-files.ts';

const TOKEN_PROBLEMS = ['MISSING_AUTH', 'INVALID_TOKEN', 'APP_INACTIVE', 'FORBIDDEN_ORIGIN'];

/** Files that visitors send, and see again in their conversation. */
export function visitorFileRoutes(visitorFiles: VisitorFiles): RouteModule {
  return (routes) => {
    routes.upload('/widget/files', {
      summary: 'Upload a file',
      description:
        'A form with one part called `file`. What it is, its content says. The file goes to the team and the agent with the message that names it in `attachments`; one that no message names is removed after a day.',
      tags: ['Widget'],
      access: widget(),
      cors: 'widget',
      upload: { maximumBytes: visitorFiles.maximumBytes },
      answers: { 201: UploadedFile },
      problems: [
        ...TOKEN_PROBLEMS,
        'ATTACHMENTS_OFF',
        'SESSION_ENDED',
        'NO_SESSION',
        'INVALID_UPLOAD',
        'UPLOAD_TIMEOUT',
        'UPLOAD_ABANDONED',
        'FILE_TOO_LARGE',
        'FILE_EMPTY',
        'FILE_TYPE_NOT_ACCEPTED',
        'FILE_INFECTED',
        'TOO_MANY_FILES',
        'FILE_QUOTA_EXCEEDED',
        'VIRUS_SCAN_UNAVAILABLE',
        'STORAGE_FULL',
        'STORAGE_UNAVAILABLE',
      ],
      handle: async ({ session, file, request }) => {
        const { id, name, contentType, sizeBytes } = await visitorFiles.upload(session, file, request.ip);
        return created({ fileId: id, name, contentType, size: sizeBytes });
      },
    });

    routes.get('/widget/files/:fileId', {
      summary: 'Fetch a file of the conversation',
      description:
        'With the session token, or with the `link` that stands in the `url` of an attachment, for pages that show it in an image element. Single ranges of bytes are served.',
      tags: ['Widget'],
      access: widget({ fileLink: true }),
      audits: 'file.read',
      cors: 'widget',
      params: z.strictObject({ fileId: Id }),
      query: z.strictObject({ link: z.string().max(200).optional() }),
      answers: FILE_ANSWERS,
      problems: [...TOKEN_PROBLEMS, 'FILE_NOT_FOUND', 'RANGE_NOT_SATISFIABLE', 'STORAGE_UNAVAILABLE'],
      rateLimit: { key: ({ session }) => session.id, limit: 600, windowSeconds: 60 },
      handle: async ({ session, params, request }) => answerFile(request, await visitorFiles.find(session, params.fileId)),
    });
  };
}
