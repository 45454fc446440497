import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../clock.ts';
import { AppError, badRequest, payloadTooLarge, unsupportedMediaType } from '../../errors.ts';
import { patiently, UPLOAD_PATIENCE } from './patience.ts';

/** A file as it arrives. Its name is what the client says; nobody has checked it. */
export interface IncomingFile {
  readonly name: string;
  /** To be read once. It throws when the upload breaks off, is too slow, or turns out to be no proper form after all. */
  readonly content: AsyncIterable<Uint8Array>;
}

export interface UploadLimits {
  readonly maximumBytes: number;
}

/** The part of a form that carries the file. */
export const FILE_FIELD = 'file';
/** What a form may add to its file: boundaries and headers. */
const ENVELOPE_BYTES = 64 * 1024;
/** After a refusal the rest is read and thrown away for so long, so that the client gets to read the answer; then the connection is cut. */
const LINGER_MS = 5_000;

/**
 * Hands the one file of a form to `use` while it arrives. What comes after the file is read before its content ends, so that a form that is
 * wrong anywhere fails as a whole.
 * @throws {AppError} UNSUPPORTED_MEDIA_TYPE, FILE_TOO_LARGE, INVALID_UPLOAD, UPLOAD_TIMEOUT, and what `use` throws
 */
export async function receiveFile<Result>(
  request: FastifyRequest,
  reply: FastifyReply,
  { maximumBytes, clock }: UploadLimits & { clock: Clock },
  use: (file: IncomingFile) => Promise<Result>,
): Promise<Result> {
  if (!request.isMultipart?.()) throw unsupportedMediaType('UNSUPPORTED_MEDIA_TYPE', 'Send the file as multipart/form-data.');
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > maximumBytes + ENVELOPE_BYTES) throw tooLarge(maximumBytes);
  allowed.add(request.raw.socket);
  const parts = request.parts({ limits: PART_LIMITS });
  let file: MultipartFile | undefined;
  try {
    file = await firstFile(parts, clock);
    return await use({ name: file.filename ?? '', content: contentOf(file, parts, clock) });
  } finally {
    allowed.delete(request.raw.socket);
    file?.file.on('error', () => undefined).destroy();
    throwAwayRest(request, reply, clock);
  }
}

/** Whether a connection is within an upload, which has time limits of its own. */
export const isUploading = (socket: object): boolean => allowed.has(socket);
const allowed = new WeakSet<object>();

const PART_LIMITS = { files: 1, fields: 1, parts: 2, fieldSize: 1_024, headerPairs: 20, fileSize: Number.POSITIVE_INFINITY };

type Parts = ReturnType<FastifyRequest['parts']>;

async function firstFile(parts: Parts, clock: Clock): Promise<MultipartFile> {
  const { value: part } = await patiently(proper(parts.next()), clock, UPLOAD_PATIENCE.idleMs);
  if (part?.type !== 'file' || part.fieldname !== FILE_FIELD) {
    if (part?.type === 'file') part.file.on('error', () => undefined).destroy();
    throw invalid();
  }
  return part;
}

async function* contentOf({ file }: MultipartFile, parts: Parts, clock: Clock): AsyncGenerator<Uint8Array> {
  const chunks = file[Symbol.asyncIterator]();
  const endsAtMs = clock.monotonicMs() + UPLOAD_PATIENCE.totalMs;
  const next = <Value>(awaited: Promise<Value>) =>
    patiently(proper(awaited), clock, Math.min(UPLOAD_PATIENCE.idleMs, endsAtMs - clock.monotonicMs()));
  for (let chunk = await next(chunks.next()); !chunk.done; chunk = await next(chunks.next())) yield chunk.value;
  if (!(await next(parts.next())).done) throw invalid();
}

/** What the parser of forms throws is the client's fault, and not always said in words for them. */
const proper = <Value>(awaited: Promise<Value>): Promise<Value> =>
  awaited.catch((cause: unknown) => {
    throw cause instanceof AppError ? cause : new AppError(400, 'INVALID_UPLOAD', 'The form is not complete or not valid.', { cause });
  });

const invalid = () => badRequest('INVALID_UPLOAD', `Send one part called “${FILE_FIELD}”, with a file name, and nothing else.`);
const tooLarge = (maximumBytes: number) => payloadTooLarge('FILE_TOO_LARGE', `A file may have at most ${maximumBytes} bytes here.`);

function throwAwayRest({ raw }: FastifyRequest, reply: FastifyReply, clock: Clock): void {
  raw.unpipe();
  raw.resume();
  if (raw.complete) return;
  const cut = clock.after(LINGER_MS, () => raw.destroy());
  raw.once('close', cut);
  reply.raw.once('finish', () => {
    if (raw.complete) cut();
  });
}
