import { describe, expect, test } from 'vitest';
import { readOpinion } from './read-opinion.ts';

const MESSAGE = 'Hola, me duele mucho el pecho… y no puedo respirar bien, ¿qué hago?';
const report = (fields: Record<string, unknown> = {}) =>
  JSON.stringify({ urgency: 'emergency', category: 'cardiac', quote: 'duele mucho el pecho', about: 'now', ...fields });

describe('what a model reports', () => {
  test('is read with the words of the message that it quotes, as they stand there', () => {
    expect(readOpinion(report({ quote: 'PECHO y no puedo respírar' }), MESSAGE)).toEqual({
      urgency: 'emergency',
      category: 'cardiac',
      quote: 'pecho… y no puedo respirar',
    });
    expect(readOpinion(report({ quote: 'can’t breathe' }), 'i Can’t breathe')?.quote).toBe('Can’t breathe');
    expect(readOpinion(report({ quote: "can't breathe" }), 'i cant  breathe')?.quote).toBe('cant  breathe');
  });

  test('is read from text too, where a model cannot call tools', () => {
    const fenced = `Here it is:\n\`\`\`json\n${report({ urgency: 'urgent' })}\n\`\`\`\nTake care.`;
    expect(readOpinion(fenced, MESSAGE)).toMatchObject({ urgency: 'urgent', category: 'cardiac' });
  });

  test.each([
    ['invented', 'I am having a stroke'],
    ['translated', 'my chest hurts a lot'],
    ['of parts of words', 'echo'],
    ['without a word', '…'],
    ['missing', undefined],
    ['no text', 7],
  ])('keeps its urgency with a quote that is %s; the message stands in its place', (_what, quote) => {
    expect(readOpinion(report({ quote }), MESSAGE)).toEqual({ urgency: 'emergency', category: 'cardiac', quote: MESSAGE });
  });

  test('has a quote of at most 300 characters', () => {
    expect(readOpinion(report({ quote: 'nothing of it' }), 'pain '.repeat(1_000))?.quote).toHaveLength(300);
  });

  test.each(['past', 'not-real', 'administrative'])('is urgent and no emergency where the model says that it is %s', (about) => {
    expect(readOpinion(report({ about }), MESSAGE)?.urgency).toBe('urgent');
    expect(readOpinion(report({ about, urgency: 'urgent' }), MESSAGE)?.urgency).toBe('urgent');
    expect(readOpinion(report({ about, urgency: 'none' }), MESSAGE)?.urgency).toBe('none');
  });

  test('is heard however the rest is filled in', () => {
    expect(readOpinion('{"urgency":" EMERGENCY "}', MESSAGE)).toEqual({ urgency: 'emergency', category: 'other', quote: MESSAGE });
    expect(readOpinion(report({ category: 'Heart', about: 'soon' }), MESSAGE)).toMatchObject({ urgency: 'emergency', category: 'other' });
  });

  test.each(['', 'I cannot judge this.', '{', '} {', '[]', '{"urgency":"maybe"}', report().slice(0, -5), '{"category":"cardiac"}'])(
    'is nothing where it cannot be read: %s',
    (answer) => {
      expect(readOpinion(answer, MESSAGE)).toBeUndefined();
    },
  );
});
