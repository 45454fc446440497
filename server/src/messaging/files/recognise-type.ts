import type { Readable } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
import { fileTypeFromStream } from 'file-type';
import { extensionOf } from './file-name.policy.ts';
import { type FileType, textTypeFor, typeOf } from './file-types.policy.ts';

/** No part of a file that is looked at in one piece is larger. */
const LARGEST_PIECE_BYTES = 1024 * 1024;
const BEGINNING_LENGTH = 1_024;

/**
 * What a file is by its content; undefined when it is nothing that is taken. What its sender calls it counts only for text.
 * @param open reads the file from its beginning, each time
 */
export async function recogniseType(name: string, open: () => Promise<Readable>): Promise<FileType | undefined> {
  const known = await knownType(await open());
  if (known) return known;
  const text = textTypeFor(extensionOf(name));
  return text && (await isPlainText(await open())) ? text : undefined;
}

async function knownType(stream: Readable): Promise<FileType | undefined> {
  try {
    // Not `Readable.toWeb`: that goes on pushing after the reader has seen enough, and throws where nobody can catch it.
    const found = await fileTypeFromStream(ReadableStream.from<Uint8Array>(stream), { maxBufferSize: LARGEST_PIECE_BYTES });
    // Parameters, such as the codec of a sound, are not part of the type.
    return found && typeOf(found.mime.split(';')[0] ?? '');
  } catch (error) {
    // Content that only begins like something leads the detection astray; a storage that fails is another matter.
    if (stream.errored) throw stream.errored;
    if (error instanceof Error) return undefined;
    throw error;
  } finally {
    stream.destroy();
  }
}

/** Whether all of it is text for people: UTF-8 without control characters, and neither a page nor a program. */
async function isPlainText(stream: AsyncIterable<Uint8Array>): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let beginning = '';
  for await (const chunk of stream) {
    const text = decoded(decoder, chunk);
    if (text === undefined || CONTROLS.test(text)) return false;
    if (beginning.length < BEGINNING_LENGTH) beginning += text.slice(0, BEGINNING_LENGTH);
  }
  return decoded(decoder) !== undefined && !PAGE_OR_PROGRAM.test(beginning);
}

function decoded(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): string | undefined {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    return undefined;
  }
}

/** All but tabs and the ends of lines and pages. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f]/;
/** What browsers and shells go by at the beginning of a file. */
const PAGE_OR_PROGRAM = /^\s*(?:#!|<\?|<!)|<(?:html|head|body|script|svg|iframe|object|embed)[\s>/]/i;
