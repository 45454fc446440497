import type { z } from 'zod';
import type { Access, CallRequest, Principals } from './access.ts';
import type { RouteAudit } from './access-audit.ts';
import type { AnswerOf, Answers } from './answers.ts';
import type { RateLimit } from './rate-limit.ts';
import type { IncomingFile, UploadLimits } from './uploads/receive-file.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** What a handler is given: the parsed parts of the request, and who calls. */
export type RouteContext<A extends Access, Params, Query, Body> = Principals[A['kind']] & {
  readonly params: Parsed<Params>;
  readonly query: Parsed<Query>;
  readonly body: Parsed<Body>;
  readonly request: CallRequest;
  /** The bytes as they came; only webhook routes have them, whose bodies are not parsed here. */
  readonly rawBody: A['kind'] extends 'webhook' ? Buffer : undefined;
};

type OptionalSchema = z.ZodType | undefined;

export interface RouteDefinition<
  A extends Access,
  Params extends OptionalSchema,
  Query extends OptionalSchema,
  Body extends OptionalSchema,
  Shapes extends Answers,
> {
  /** One line for the reference, in the imperative: “Add a canned reply”. */
  readonly summary: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  /** Who may call it. Without it the route is not registered. */
  readonly access: A;
  /** What a call of it is in the audit log. Routes of members and of the platform say so, or why there is nothing to say. */
  readonly audits?: RouteAudit;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Of the largest body that it takes, where that is not what all routes take. */
  readonly bodyBytes?: number;
  readonly answers: Shapes;
  /** Its 200 is a stream of server-sent events for whoever accepts `text/event-stream`, beside what `answers` says. */
  readonly streams?: true;
  /** The codes of its own problems; those that every route may have are added. */
  readonly problems?: readonly string[];
  readonly rateLimit?: RateLimit<RouteContext<A, Params, Query, Body>>;
  /** Serves the path at the root alone, not under `/api/v1` and `/api`. */
  readonly root?: boolean;
  /** Serves the path under `/api/v2` as well. */
  readonly alsoV2?: boolean;
  /** Lets pages of any origin read the answers, without cookies; the handler enforces the app's allowed origins. */
  readonly cors?: 'widget';
  /** Leaves the route out of the OpenAPI document: pages and scripts, which are no API. */
  readonly hidden?: boolean;
  /** A change by people or servers takes an `Idempotency-Key` and repeats its answer, unless it says otherwise here. */
  readonly idempotent?: false;
  readonly handle: (context: RouteContext<A, Params, Query, Body>) => Promise<AnswerOf<Shapes>> | AnswerOf<Shapes>;
}

type Register = <
  const A extends Access,
  const Shapes extends Answers,
  Params extends OptionalSchema = undefined,
  Query extends OptionalSchema = undefined,
  Body extends OptionalSchema = undefined,
>(
  path: string,
  definition: RouteDefinition<A, Params, Query, Body, Shapes>,
) => void;

/** A `POST` whose body is a form with one file, which the handler reads while it arrives. */
export interface UploadDefinition<A extends Access, Params extends OptionalSchema, Query extends OptionalSchema, Shapes extends Answers>
  extends Omit<RouteDefinition<A, Params, Query, undefined, Shapes>, 'body' | 'handle' | 'idempotent'> {
  readonly upload: UploadLimits;
  readonly handle: (context: RouteContext<A, Params, Query, undefined> & { readonly file: IncomingFile }) => Promise<AnswerOf<Shapes>>;
}

type RegisterUpload = <
  const A extends Access,
  const Shapes extends Answers,
  Params extends OptionalSchema = undefined,
  Query extends OptionalSchema = undefined,
>(
  path: string,
  definition: UploadDefinition<A, Params, Query, Shapes>,
) => void;

export interface Routes {
  readonly get: Register;
  readonly post: Register;
  readonly patch: Register;
  readonly put: Register;
  readonly delete: Register;
  readonly upload: RegisterUpload;
}

/** A feature's routes: `cannedReplyRoutes(cannedReplies)` returns one, `app/routes.ts` lists them all. */
export type RouteModule = (routes: Routes) => void;
