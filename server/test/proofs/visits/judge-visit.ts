import { CLINICS } from './clinics.ts';
import type { HeldVisit } from './hold-visit.ts';

/** What is wrong with a visit; nothing, if all is well. */
export function judgeVisit({ persona, lines, form, said, problems }: HeldVisit): string[] {
  const wrong = problems.map((problem) => `protocol: ${problem}`);
  const fields = new Map(form?.fields.map((field) => [field.fieldName, field]));
  for (const [name, value] of Object.entries(persona.expected)) {
    const found = fields.get(name)?.value;
    if (String(found) !== String(value)) wrong.push(`${name} is ${JSON.stringify(found)} and should be ${JSON.stringify(value)}`);
  }
  for (const name of persona.absent ?? []) {
    if (fields.get(name)?.value !== undefined) wrong.push(`${name} was invented: ${JSON.stringify(fields.get(name)?.value)}`);
  }
  for (const { fieldName, evidence } of fields.values()) {
    if (evidence.length === 0) wrong.push(`${fieldName} has no evidence`);
    for (const { messageId, quote } of evidence) {
      if (!said.get(messageId)?.includes(quote)) wrong.push(`${fieldName} rests on words that nobody wrote: ${JSON.stringify(quote)}`);
    }
  }
  const required = CLINICS[persona.clinic].form.schema.required as string[];
  for (const name of required) if (!fields.has(name)) wrong.push(`${name} is required and missing`);
  if (form?.extractionStatus !== 'complete') wrong.push(`the form is ${form?.extractionStatus ?? 'not there'}`);

  const read = lines.flatMap((line) => (line.who === 'break' || line.who === 'visitor' ? [] : [line.text])).join('\n\n');
  let from = 0;
  for (const sentence of persona.reads) {
    const at = read.indexOf(sentence, from);
    if (at < 0) wrong.push(`the visitor did not read “${sentence}”${from > 0 ? ' after the one before' : ''}`);
    else from = at;
  }
  return wrong;
}
