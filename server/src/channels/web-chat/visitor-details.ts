import { PreChatAnswers, VisitorAttributes } from '@foyer/contracts/visitor-details.ts';
import type { z } from 'zod';
import type { StatedDetails } from '#contacts/stated-details.ts';
import { badRequest } from '#platform/errors.ts';
import { toFieldProblems } from '#platform/http/validation.ts';

/**
 * What `metadata` says of the visitor; undefined where it says nothing. Whoever sends it has proven nothing.
 * @throws {AppError} VALIDATION_FAILED, which names the answer or attribute
 */
export function readVisitorDetails({ preChat, attributes }: Record<string, unknown>): StatedDetails | undefined {
  if (preChat === undefined && attributes === undefined) return undefined;
  const { name, email, phone, others = {} }: Partial<PreChatAnswers> = read(PreChatAnswers, preChat, 'metadata.preChat') ?? {};
  const facts = read(VisitorAttributes, attributes, 'metadata.attributes');
  return {
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(Object.keys(others).length > 0 && { answers: others }),
    ...(facts !== undefined && { attributes: facts }),
  };
}

function read<Schema extends z.ZodType>(schema: Schema, value: unknown, place: string): z.output<Schema> | undefined {
  if (value === undefined) return undefined;
  const result = schema.safeParse(value);
  if (!result.success) throw badRequest('VALIDATION_FAILED', 'The request is not valid.', toFieldProblems(result.error.issues, place));
  return result.data;
}
