import { z } from 'zod';

/** An error on the wire: RFC 9457, with a stable code. */
export const Problem = z.object({
  type: z.string().optional(),
  status: z.number().int(),
  title: z.string(),
  detail: z.string(),
  /** Stable, in capitals: what programs look at. */
  code: z.string(),
  /** Each wrong place of a request; `path` in dots, such as `llmConfig.temperature`. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.output<typeof Problem>;
