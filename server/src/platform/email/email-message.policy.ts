import { badRequest, type FieldProblem } from '../errors.ts';
import type { EmailAddress, EmailMessage } from './email-sender.ts';

/**
 * Refuses what would not be one well-formed mail to exactly the named people: line breaks that smuggle in headers, lists in place of an
 * address, headers that contradict the rest.
 * @throws {AppError} EMAIL_INVALID, naming every fault
 */
export function assertEmailMessage(message: EmailMessage): void {
  const problems = [...problemsOf(message)];
  if (problems.length > 0) throw badRequest('EMAIL_INVALID', 'The email cannot be sent as it is.', problems);
}

function* problemsOf(message: EmailMessage): Generator<FieldProblem> {
  const { to, cc = [], bcc = [], from, replyTo, subject, text, headers = {}, attachments = [] } = message;
  const recipients = to.length + cc.length + bcc.length;
  if (recipients === 0) yield { path: 'to', message: 'nobody to send it to' };
  if (recipients > MAXIMUM_RECIPIENTS) yield { path: 'to', message: `more than ${MAXIMUM_RECIPIENTS} recipients` };
  for (const [field, addresses] of Object.entries({ to, cc, bcc, from: from ? [from] : [], replyTo: replyTo ? [replyTo] : [] })) {
    for (const [index, address] of addresses.entries()) yield* addressProblems(`${field}.${index}`, address);
  }
  if (CONTROL.test(subject)) yield { path: 'subject', message: 'holds a line break or another control character' };
  if (subject.length > 998) yield { path: 'subject', message: 'longer than 998 characters' };
  if (text.trim() === '') yield { path: 'text', message: 'empty' };

  for (const [name, value] of Object.entries(headers)) {
    const path = 'headers';
    if (!HEADER_NAME.test(name)) yield { path, message: 'a name that a mail cannot carry' };
    else if (isOurs(name)) yield { path: `${path}.${name}`, message: 'follows from the rest of the mail and cannot be set' };
    if (CONTROL.test(value)) yield { path, message: 'a value with a line break or another control character' };
  }

  for (const [index, { filename, contentType }] of attachments.entries()) {
    const path = `attachments.${index}`;
    if (filename === '' || CONTROL.test(filename) || /[/\\]/.test(filename))
      yield { path: `${path}.filename`, message: 'not a plain file name' };
    if (!CONTENT_TYPE.test(contentType)) yield { path: `${path}.contentType`, message: 'not a content type such as application/pdf' };
  }
  if (attachments.reduce((bytes, { content }) => bytes + content.length, 0) > MAXIMUM_ATTACHMENT_BYTES) {
    yield { path: 'attachments', message: `together more than ${MAXIMUM_ATTACHMENT_BYTES} bytes` };
  }
}

function* addressProblems(path: string, { address, name = '' }: EmailAddress): Generator<FieldProblem> {
  if (address.length > 320 || !ADDRESS.test(address)) yield { path, message: 'not an email address' };
  if (CONTROL.test(name)) yield { path, message: 'a name with a line break or another control character' };
}

function isOurs(name: string): boolean {
  const lowerCased = name.toLowerCase();
  return OURS.has(lowerCased) || lowerCased.startsWith('content-');
}

/** Before base64, which adds a third; 25 MB is what most servers take. */
const MAXIMUM_ATTACHMENT_BYTES = 18 * 1024 * 1024;
const MAXIMUM_RECIPIENTS = 100;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f\u0085\u2028\u2029]/;
/** One address and nothing else: no lists, no comments, no quoted local parts, which servers treat in different ways. */
const ADDRESS = /^[^\s@"(),:;<>[\]\\\p{Cc}\p{Cs}]+@[^\s@"(),:;<>[\]\\\p{Cc}\p{Cs}.]+(?:\.[^\s@"(),:;<>[\]\\\p{Cc}\p{Cs}.]+)*$/u;
const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]{0,75}$/;
const CONTENT_TYPE = /^[a-z0-9!#$&^_.+-]{1,127}\/[a-z0-9!#$&^_.+-]{1,127}$/i;
const OURS = new Set([
  'bcc',
  'cc',
  'date',
  'dkim-signature',
  'from',
  'message-id',
  'mime-version',
  'received',
  'reply-to',
  'return-path',
  'sender',
  'subject',
  'to',
]);
