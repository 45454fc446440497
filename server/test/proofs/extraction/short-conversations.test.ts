import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createBuiltinExtraction } from '#agents/builtin-engine/form-filling/builtin-extraction.ts';
import type { ExtractionMessage } from '#agents/extraction/extraction-engine.ts';
import { readForm } from './labels.ts';

const engine = createBuiltinExtraction();
const CASES = readFileSync(new URL('../../evaluations/extraction/short-conversations.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => {
    const [form = '', field = '', wanted = '', ...turns] = line.split('|').map((part) => part.trim());
    return { form, field, wanted, turns };
  });

const messageOf = (turn: string, index: number): ExtractionMessage => ({
  id: `m${index}`,
  role: turn.startsWith('D:') ? 'assistant' : 'user',
  content: turn.replace(/^[DU]:\s*/, ''),
});

describe('the built-in engine in short conversations', () => {
  test.each(CASES)('$form $field: $turns', async ({ form, field, wanted, turns }) => {
    const { fields } = await engine.extract(
      {
        formType: form,
        form: readForm(form),
        messages: turns.map(messageOf),
        language: form.startsWith('es') ? 'es' : 'en',
        now: new Date('2026-11-20T12:00:00Z'),
        timeZone: 'UTC',
      },
      new AbortController().signal,
    );
    const value = fields.find((one) => one.fieldName === field)?.value;
    if (wanted === '-') expect(value).toBeUndefined();
    else if (wanted.startsWith('~')) expect(String(value).toLowerCase()).toContain(wanted.slice(1).toLowerCase());
    else expect(value).toEqual(JSON.parse(wanted));
  });
});
