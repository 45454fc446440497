import type { Readable } from 'node:stream';
import type { CallRequest } from './access.ts';
import { type Answered, answered, raw } from './answers.ts';
import { isUnchanged } from './etag.ts';

/** A file as it goes out. */
export interface ServedFile {
  /** For people; any characters. */
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  /** Of the content, in hexadecimal: the same content is not sent twice. */
  readonly sha256: string;
  /** Whether browsers may show it instead of saving it. */
  readonly isSafeInline: boolean;
  open(range?: { first: number; last: number }): Promise<Readable>;
}

/** What a route declares that answers with files. */
export const FILE_ANSWERS = { 200: raw('*/*', 'The file'), 206: raw('*/*', 'The part that was asked for'), 304: null } as const;

type FileAnswer = Answered<200, Readable> | Answered<206, Readable> | Answered<304, undefined>;

/** Who may see a file can change, so nobody between us and the browser keeps it, and the browser not for long. */
const CACHE_SECONDS = 300;

/** A file, or the part of it that is asked for, so that nothing in it can act on the page or pass for something else. */
export async function answerFile(request: CallRequest, file: ServedFile): Promise<FileAnswer> {
  const etag = `"${file.sha256}"`;
  const headers = {
    etag,
    'cache-control': `private, max-age=${CACHE_SECONDS}`,
    'accept-ranges': 'bytes',
    'content-disposition': disposition(file),
    // Shown by itself, it gets no origin, no scripts and nothing from elsewhere.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
  };
  if (isUnchanged(request.header('if-none-match'), etag)) return answered(304, undefined, headers);

  const part = rangeOf(request, file.bytes, etag);
  const content = await file.open(part);
  const typed = { ...headers, 'content-type': withCharset(file.contentType) };
  if (!part) return answered(200, content, { ...typed, 'content-length': String(file.bytes) });
  return answered(206, content, {
    ...typed,
    'content-length': String(part.last - part.first + 1),
    'content-range': `bytes ${part.first}-${part.last}/${file.bytes}`,
  });
}

const withCharset = (contentType: string): string => (contentType.startsWith('text/') ? `${contentType}; charset=utf-8` : contentType);

/** RFC 6266: a plain name for old clients, and the real one in UTF-8. */
function disposition({ name, isSafeInline }: ServedFile): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(name).replaceAll(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${isSafeInline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/**
 * One range of bytes (RFC 9110 §14). Several, or what is no range, is answered with the whole file, as it is allowed; one that begins behind
 * the end is passed on as it is, and the storage refuses it.
 */
function rangeOf(request: CallRequest, bytes: number, etag: string): { first: number; last: number } | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(request.header('range') ?? '') ?? [];
  const condition = request.header('if-range');
  if ((from === '' && to === '') || (condition !== undefined && condition !== etag)) return undefined;
  if (from === '') return to === '0' ? undefined : { first: Math.max(0, bytes - Number(to)), last: bytes - 1 };
  const last = to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (to !== '' && Number(to) < Number(from)) return undefined;
  return { first: Number(from), last: Math.max(last, Number(from)) };
}
