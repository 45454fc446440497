import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { EventStream } from './event-stream.ts';

/** An answer that is no JSON: sent as it is, under this content type. */
export interface RawAnswer {
  readonly raw: string;
  readonly description: string;
}

/** Declares an answer that is no JSON, such as `raw('text/plain; version=0.0.4', 'Prometheus metrics')`. */
export const raw = (contentType: string, description: string): RawAnswer => ({ raw: contentType, description });

/** What a route may answer with, by status: a schema for JSON, `raw(…)` for anything else, null for no body. */
export type Answers = { readonly [status: number]: z.ZodType | RawAnswer | null };

export type Headers = Readonly<Record<string, string | readonly string[]>>;

/** An answer with its status; `headers` are added to the usual ones. */
export class Answered<Status extends number = number, Value = unknown> {
  readonly status: Status;
  readonly value: Value;
  readonly headers: Headers;

  constructor(status: Status, value: Value, headers: Headers = {}) {
    this.status = status;
    this.value = value;
    this.headers = headers;
  }
}

/** Hands the connection to `run` as a stream of server-sent events; it ends when `run` does. */
export class StreamedEvents {
  readonly run: (stream: EventStream) => Promise<void>;

  constructor(run: (stream: EventStream) => Promise<void>) {
    this.run = run;
  }
}

export const answered = <Status extends number, Value>(status: Status, value: Value, headers?: Headers): Answered<Status, Value> =>
  new Answered(status, value, headers);
export const created = <Value>(value: Value, headers?: Headers): Answered<201, Value> => new Answered(201, value, headers);
export const noContent = (headers?: Headers): Answered<204, undefined> => new Answered(204, undefined, headers);
export const streamEvents = (run: (stream: EventStream) => Promise<void>): StreamedEvents => new StreamedEvents(run);

type ValueOf<Shape> = Shape extends z.ZodType ? z.input<Shape> : Shape extends RawAnswer ? string | Uint8Array | Readable : undefined;

/** What a handler may return, given the answers that its route declares: for 200 just the value, else `answered(status, value)`. */
export type AnswerOf<Shapes extends Answers> =
  | { [Status in keyof Shapes & number]: Answered<Status, ValueOf<Shapes[Status]>> }[keyof Shapes & number]
  | (200 extends keyof Shapes ? ValueOf<Shapes[200]> : never)
  | StreamedEvents;
