import { z } from 'zod';
import { Phone } from './tenant-profile.ts';
import { Email, line, text } from './text.ts';

/** What a widget sends of its visitor in `metadata` when a session begins: what they were asked before, and what the page says of them. */

const MAX_ANSWERS = 20;
const MAX_ATTRIBUTES = 50;

const Answers = z
  .record(z.string().regex(/^[A-Za-z]\w{0,59}$/, 'Must be the name of a question: letters, digits and underscores'), text({ max: 2_000 }))
  .refine((answers) => Object.keys(answers).length <= MAX_ANSWERS, `Must have at most ${MAX_ANSWERS} answers`);

const OwnAnswers = z.object({ name: line({ max: 200 }).optional(), email: Email.optional(), phone: Phone.optional() }).catchall(z.string());

/** Answers by the names of the questions; those without one are left out. `name`, `email` and `phone` have to be what they are called. */
export const PreChatAnswers = z
  .preprocess(withoutBlanks, Answers)
  .pipe(OwnAnswers)
  .transform(({ name, email, phone, ...others }) => ({ name, email, phone, others }));
export type PreChatAnswers = z.output<typeof PreChatAnswers>;

/** Facts of the page about its visitor, such as a plan or a number of visits. */
export const VisitorAttributes = z
  .record(
    line({ max: 100 }),
    z.union([text({ max: 500 }), z.number(), z.boolean()], 'Must be a text of up to 500 characters, a number, true or false'),
  )
  .refine((attributes) => Object.keys(attributes).length <= MAX_ATTRIBUTES, `Must have at most ${MAX_ATTRIBUTES} attributes`);
export type VisitorAttributes = z.output<typeof VisitorAttributes>;

function withoutBlanks(answers: unknown): unknown {
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) return answers;
  const trimmed = Object.entries(answers).map(([name, answer]) => [name, typeof answer === 'string' ? answer.trim() : answer]);
  return Object.fromEntries(trimmed.filter(([, answer]) => answer !== '' && answer !== null));
}
