import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginningWithin, bytesWithin, estimateTokens } from './token-estimate.ts';

/** With the tokens that o200k_base counts. */
const COUNTED: [string, number][] = [
  ['Hello, I would like to reschedule my appointment with the cardiologist next Thursday because I have to travel.', 20],
  ['¿Cuándo podría acudir a la revisión? Mi médico de cabecera me recomendó una ecografía; además, ¿aceptáis la mutua?', 30],
  ['您好，我想更改下周四与心脏病专家的预约，因为我要出差。请问下午还有空位吗？非常感谢。', 32],
  ['こんにちは、来週の木曜日の循環器内科の予約を変更したいのですが、午後に空きはありますか？よろしくお願いします。', 33],
  ['مرحبا، أود تغيير موعدي مع طبيب القلب يوم الخميس المقبل لأنني سأسافر. هل يوجد وقت متاح بعد الظهر؟', 30],
  ['Здравствуйте, я хотел бы перенести приём у кардиолога на следующий четверг, потому что мне нужно уехать.', 25],
  ['😀👍🏽👨‍👩‍👧‍👦🎉❤️🙏😢', 21],
  ['2026-11-20 13:45:07 +34 600 123 456 12345678901234567890', 28],
  ['{"ok":true,"slots":[{"id":"a1","from":"2026-11-20T09:00:00Z"},{"id":"a2","from":"2026-11-20T09:30:00Z"}]}', 51],
];

const anyText = fc.string({ unit: 'grapheme', maxLength: 200, size: 'max' });

describe('an estimate of tokens', () => {
  test.each(COUNTED)('is rather too high than too low: %s', (text, counted) => {
    expect(estimateTokens(text)).toBeGreaterThanOrEqual(counted);
    expect(estimateTokens(text)).toBeLessThanOrEqual(3 * counted);
  });

  test('of no text is nothing', () => {
    expect(estimateTokens('')).toBe(0);
  });

  test('is never below what the size of the text says', () => {
    fc.assert(fc.property(anyText, (text) => Buffer.byteLength(text) <= bytesWithin(estimateTokens(text))));
  });
});

describe('the beginning of a text', () => {
  test('is as long as fits, and sound', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 150 }), (text, tokens) => {
        const beginning = beginningWithin(text, tokens);
        expect(text.startsWith(beginning)).toBe(true);
        expect(beginning.isWellFormed()).toBe(true);
        expect(estimateTokens(beginning)).toBeLessThanOrEqual(tokens);
        const [next = ''] = text.slice(beginning.length);
        if (next !== '') expect(estimateTokens(beginning + next)).toBeGreaterThan(tokens);
      }),
    );
  });
});
