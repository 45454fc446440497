/** What the process of the model server is told when it starts. */
export interface ModelServerOptions {
  firstChunkMs: number;
  chunkDelayMs: number;
  /** UTF-16 units per chunk. */
  chunkSize: number;
}

/** One answer as the model server gave it. Moments are of the machine's clock. */
export interface ModelAnswer {
  /** The answer begins with it, so that every token can be traced to its chunk. */
  number: number;
  /** The last thing that the user said. */
  question: string;
  content: string;
  /** The body of the request, to be asked again without the product. */
  requestBody: string;
  requestedAtMs: number;
  chunks: { endOffset: number; writtenAtMs: number }[];
}

export type ModelServerMessage = { kind: 'listening'; url: string } | { kind: 'answers'; answers: ModelAnswer[] };
export type ModelServerCommand = { kind: 'hand-over-answers' };

/** The number that an answer begins with; undefined where it has none. */
export function answerNumber(content: string): number | undefined {
  const found = /^#(\d+)\. /.exec(content);
  return found ? Number(found[1]) : undefined;
}

/** Long enough for a dozen chunks, and it repeats the question: an answer to another line cannot pass for it. */
export const answerText = (number: number, question: string): string =>
  `#${number}. You said: “${question}” Thank you, I have noted that for your visit. Is there anything else about it that the team should know before you come in?`;
