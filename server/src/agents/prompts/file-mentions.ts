import { singleLine } from './single-line.ts';

/** A file of a message, as the text of the message speaks of it. */
export interface MentionedFile {
  name: string;
  sizeBytes: number;
  /** Whether the model gets to see it. Otherwise it is told so, and does not speak as if it had read it. */
  isShown: boolean;
}

const BEGINNING = '[Attachment: ';

/** A visitor's text with a line in front for each file that came with it. In front, because long texts are cut at their end. */
export function withFileMentions(content: string, files: readonly MentionedFile[]): string {
  const lines = files.map(({ name, sizeBytes, isShown }) => {
    const named = `${singleLine(name).replaceAll(/[[\]]/g, '')}, ${sizeInWords(sizeBytes)}`;
    return `${BEGINNING}${named}${isShown ? '' : '. You cannot see what is in it'}]`;
  });
  return [...lines, content].filter((line) => line !== '').join('\n');
}

/** Whether a text speaks of files; somebody who writes it so without any is answered as if there were one. */
export const mentionsFiles = (content: string): boolean => content.startsWith(BEGINNING);

const sizeInWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
