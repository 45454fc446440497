import type { z } from 'zod';
import type { LoggableError } from '../telemetry/describe-error.ts';
import { Answered, type Headers, type RawAnswer } from './answers.ts';
import { etagOf } from './etag.ts';
import type { RegisteredRoute } from './route-registry.ts';
import { toFieldProblems } from './validation.ts';

/** A handler returned something that its route does not declare. The caller sees 500; the log sees where, without values. */
export class InvalidAnswer extends Error implements LoggableError {
  override readonly name = 'InvalidAnswer';
  readonly logFields: { readonly places: readonly string[] };

  constructor(route: string, places: readonly string[]) {
    super(`${route} answered something that it does not declare`);
    this.logFields = { places };
  }
}

/** An answer as it will be sent; its body is JSON, or nothing. */
export interface RenderedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string | undefined;
}

export const isRendered = (value: object): value is RenderedAnswer => 'body' in value;

/** A page, a file or figures: sent as they are. */
export interface UnrenderedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly raw: unknown;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** What a handler returned, in the shape that its route declares for that status. Properties that the schema does not name stay here. */
export function renderAnswer(route: RegisteredRoute, result: unknown): RenderedAnswer | UnrenderedAnswer {
  const { status, value, headers } = result instanceof Answered ? result : new Answered(200, result);
  const shape = route.definition.answers[status];
  if (shape === undefined) throw new InvalidAnswer(`${route.method} ${route.path}`, [`status ${status}`]);
  if (shape === null) return { status, headers, body: undefined };
  if (isRaw(shape)) return { status, headers: { 'content-type': shape.raw, ...headers }, raw: value };
  const body = JSON.stringify(shaped(route, shape, value));
  const etag = route.answersWithResource && status < 300 && headers.etag === undefined ? { etag: etagOf(body) } : {};
  return { status, headers: { ...JSON_TYPE, ...etag, ...headers }, body };
}

function shaped(route: RegisteredRoute, schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const places = toFieldProblems(result.error.issues).map(({ path, message }) => `${path}: ${message}`);
  throw new InvalidAnswer(`${route.method} ${route.path}`, places);
}

const isRaw = (shape: z.ZodType | RawAnswer): shape is RawAnswer => 'raw' in shape;
