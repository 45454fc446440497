import type { OpenApiDocument } from '#platform/http/openapi.ts';
import type { HttpInput } from './http-inputs.ts';
import type { WireAnswer } from './wire.ts';

/** What tells of our insides, as text or as JSON: lines of a stack, SQL, the names of what we are made of. */
export const INSIDES =
  /(?:\n|\\n)\s+at |node_modules|\.ts:\d+|\b(?:insert into|update "|select ")|relation "|drizzle|SQLSTATE|foyer_(?:app|system)/i;

/** Of a request that reached no operation, or of every one. */
const ANYWHERE = [
  'NOT_FOUND',
  'METHOD_NOT_ALLOWED',
  'URI_TOO_LONG',
  'MALFORMED_URL',
  'INVALID_CONTENT_LENGTH',
  'RATE_LIMITED',
  'PAYLOAD_TOO_LARGE',
];

export interface Judged {
  /** The path of the operation in the document that the input was made for. */
  operation: string;
  input: HttpInput;
  answer: WireAnswer;
}

/** What no answer may say: texts of another tenant, places on this machine. */
export type Unspeakable = readonly string[];

/** What is wrong with an answer, if anything. */
export function complaintAbout(
  document: OpenApiDocument,
  unspeakable: Unspeakable,
  { operation, input, answer }: Judged,
): string | undefined {
  const why = fault(document, unspeakable, operation, input, answer);
  if (why === undefined) return undefined;
  const sent = `${input.method} ${input.path.slice(0, 300)} ${JSON.stringify({ ...input.headers, authorization: '…' }).slice(0, 300)} ${input.body?.toString('utf8').slice(0, 400) ?? ''}`;
  return `${why}: ${sent} → ${answer.status} ${answer.contentType} ${answer.text.slice(0, 300)}`;
}

function fault(
  document: OpenApiDocument,
  unspeakable: Unspeakable,
  operation: string,
  { method }: HttpInput,
  answer: WireAnswer,
): string | undefined {
  const { status, contentType, text, headers } = answer;
  if (status >= 500) return 'an error of the server';
  if (headers['x-injected'] !== undefined) return 'a header was injected';
  if (unspeakable.some((word) => text.includes(word))) return 'it says what nobody here may know';
  if (status < 400) return undefined;
  if (INSIDES.test(text)) return 'it shows insides';
  if (!contentType.startsWith('application/problem+json')) return 'no problem document';
  const problem = JSON.parse(text) as { status: number; code: string };
  if (problem.status !== status || !/^[A-Z][A-Z0-9_]+$/.test(problem.code)) return 'a problem document that is not right';
  const documented = document.paths[operation]?.[method.toLowerCase()] as Documented | undefined;
  const examples = documented?.responses[status]?.content?.['application/problem+json']?.examples ?? {};
  return ANYWHERE.includes(problem.code) || problem.code in examples ? undefined : `${problem.code} is not documented`;
}

interface Documented {
  responses: Record<string, { content?: Record<string, { examples?: Record<string, unknown> }> }>;
}
