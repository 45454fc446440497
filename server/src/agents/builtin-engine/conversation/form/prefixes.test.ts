import { describe, expect, test } from 'vitest';
import { createBuiltinExtraction } from '../../form-filling/builtin-extraction.ts';
import { intakeWith, NOW } from '../conversation.testing.ts';
import { REPLIES } from '../replies/replies.ts';
import { questionsOf } from './ask-field.ts';

const { form } = intakeWith({
  visit: { type: 'boolean', title: 'First visit' },
  day: { type: 'string', format: 'date', title: 'Preferred date' },
});
const ANSWERS = { visit: { en: 'yes', es: 'sí' }, day: { en: '15 March 2027', es: '15 de marzo de 2027' } };

/** What may stand before a question in the same message. */
function prefixesIn(language: 'en' | 'es'): string[] {
  const { form: texts } = REPLIES[language];
  const { begin, optional, backTo, notedShort, leftOut, none, againYesOrNo, offerSkip, onceMore, why, askAnew, goOn, aboutAnother } = texts;
  const said = [texts.thanksTo('Ana'), texts.noted('Ana'), texts.again(undefined), texts.givenUp('Phone'), texts.changed('Phone', '555')];
  return [begin, optional, backTo, notedShort, leftOut, none, againYesOrNo, offerSkip, onceMore, why, askAnew, goOn, aboutAnother, ...said];
}

describe('whatever is said before a question of the form, its answer is read', () => {
  test.each((['en', 'es'] as const).flatMap((language) => prefixesIn(language).map((prefix) => [language, prefix] as const)))(
    '%s: %s',
    async (language, prefix) => {
      const read: Record<string, unknown> = {};
      for (const [name, question] of questionsOf(form, language)) {
        const answer = ANSWERS[name as keyof typeof ANSWERS][language];
        const messages = [
          { id: 'q', role: 'assistant' as const, content: `${prefix} ${question}` },
          { id: 'a', role: 'user' as const, content: answer },
        ];
        const request = { formType: 'f', form, messages, language, now: NOW, timeZone: 'UTC' };
        const { fields } = await createBuiltinExtraction().extract(request, new AbortController().signal);
        for (const { fieldName, value } of fields) read[fieldName] = value;
      }
      expect(read).toEqual({ visit: true, day: '2027-03-15' });
    },
  );
});
