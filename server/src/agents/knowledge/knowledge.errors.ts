import { badRequest, conflict, notFound, unprocessable } from '#platform/errors.ts';

export const documentNotFound = () => notFound('KNOWLEDGE_DOCUMENT_NOT_FOUND', 'There is no such document.');
export const nothingToRead = () =>
  unprocessable('KNOWLEDGE_DOCUMENT_EMPTY', 'There is nothing to read in this document: headings alone are no text.');
export const tooManyDocuments = (maximum: number) =>
  conflict('TOO_MANY_KNOWLEDGE_DOCUMENTS', `A tenant has at most ${maximum} documents. Delete one, or put several into one.`);
export const notQuestions = (errors: { path: string; message: string }[]) =>
  badRequest('VALIDATION_FAILED', 'The body is not valid.', errors);
