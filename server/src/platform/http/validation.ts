import type { z } from 'zod';
import { badRequest, type FieldProblem } from '../errors.ts';
import { fieldPath } from './field-path.ts';

type Issue = z.core.$ZodIssue;

/** At most so many are reported: a body of a megabyte can be wrong in a hundred thousand places. */
const MAX_PROBLEMS = 50;

/** The part of a request as its schema has it. Paths in a body start at the body; those elsewhere with `query` or `params`. */
export function parsePart<Schema extends z.ZodType>(schema: Schema, value: unknown, part: 'body' | 'query' | 'params'): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  if (part === 'body' && value === undefined) throw badRequest('BODY_REQUIRED', 'This request needs a JSON body.');
  const errors = toFieldProblems(result.error.issues, part === 'body' ? '' : part);
  throw badRequest('VALIDATION_FAILED', `The ${part === 'params' ? 'path' : part} is not valid.`, errors);
}

/** Issues of Zod as places and sentences; none repeats a value. */
export function toFieldProblems(issues: readonly Issue[], prefix = ''): FieldProblem[] {
  return withoutLengthsOfOtherTypes(issues)
    .flatMap((issue) => problemsOf(issue, prefix))
    .slice(0, MAX_PROBLEMS);
}

/** A list has a length too: where text was expected, Zod says that it is no text, and also that it is too short. */
function withoutLengthsOfOtherTypes(issues: readonly Issue[]): Issue[] {
  const mistyped = new Set(issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => fieldPath(path)));
  return issues.filter(({ code, path }) => !((code === 'too_small' || code === 'too_big') && mistyped.has(fieldPath(path))));
}

function problemsOf(issue: Issue, prefix: string): FieldProblem[] {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: fieldPath([...issue.path, key], prefix), message: 'Is not a known property' }));
    case 'invalid_union': {
      const closest = closestBranch(issue.errors);
      if (closest === undefined) return [{ path: fieldPath(issue.path, prefix), message: issue.message }];
      return toFieldProblems(closest, fieldPath(issue.path, prefix));
    }
    default:
      return [{ path: fieldPath(issue.path, prefix), message: issue.message }];
  }
}

/** The alternative of a union that got furthest, when one got past its own root. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const inside = branches.filter((issues) => issues.every((issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys'));
  return inside.toSorted((a, b) => a.length - b.length)[0];
}
