import { describe, expect, test } from 'vitest';
import { createScreen } from './screen.ts';

const screen = createScreen();
const urgencyOf = (text: string) => screen(text).urgency;

describe('the red-flag screen', () => {
  test.each([
    ['capitals and accents', 'ME DUELE MUCHO EL PECHO'],
    ['no accents', 'mi bebe no respira'],
    ['slips of the finger', 'I cnat braethe'],
    ['long letters', 'heeeelp he is not breaaathing'],
    ['digits for letters', 'I want to k1ll myself'],
    [
      'a dictated text without a stop',
      'yeah hi so my husband he was fine and then he just collapsed in the kitchen and he is not waking up',
    ],
    ['emoji', 'she took all the 💊 and wont wake up'],
  ])('reads %s', (_, text) => expect(urgencyOf(text)).toBe('emergency'));

  test('reads both languages in one message', () => {
    expect(urgencyOf('hello, mi mamá no respira, please help')).toBe('emergency');
  });

  test('a denial calms within its clause, and not beyond', () => {
    expect(urgencyOf('no chest pain, just here for the refill')).toBe('none');
    expect(urgencyOf('no fever, but a crushing pain in my chest')).toBe('emergency');
  });

  test('who speaks of dying is heard also when denying it', () => {
    expect(urgencyOf('I am not going to kill myself but I think about it')).toBe('emergency');
    expect(urgencyOf('no puedo más, quiero quitarme la vida')).toBe('emergency');
  });

  test('others count as much as oneself, and so does what is played down', () => {
    expect(urgencyOf('the man next to me has a pain in his chest')).toBe('emergency');
    expect(urgencyOf('it is probably nothing but my chest feels tight and my arm is numb')).toBe('emergency');
  });

  test.each([
    ['the past', 'I had a stroke in 2015 and do my yearly checkup'],
    ['family history', 'my grandfather died of a heart attack, should I get screened'],
    ['a question', 'what are the symptoms of a stroke'],
    ['a figure of speech', 'me muero de hambre, tienen mesa'],
    ['administration', 'how much does the ambulance cost'],
    ['fiction', 'in the movie the hero has a heart attack'],
  ])('%s does not alarm', (_, text) => expect(urgencyOf(text)).not.toBe('emergency'));

  test('what came back is not past', () => {
    expect(urgencyOf('I had a heart attack last year and the same chest pain is back again')).toBe('emergency');
  });

  test('says category, rule and quote', () => {
    expect(screen('Hello. My mouth is fine but there is a tightness in my chest.').matches).toContainEqual({
      category: 'cardiac',
      ruleId: 'chest-pain',
      urgency: 'emergency',
      quote: 'tightness in my chest',
    });
  });

  test.each([
    ['codes and keys', '[kcrlf] #crlf'],
    ['more of them', 'xkcd1234'],
    ['keys at random', 'asdf qwer zxcv'],
    ['an answer', 'yes'],
    ['a time', 'about three weeks ago'],
    ['how often', 'dos veces al día'],
    ['a side', 'No, on the right side, doctor.'],
  ])('%s are no emergency', (_, text) => expect(urgencyOf(text)).toBe('none'));

  test('what has lasted for weeks is for today, and what turns worse is not', () => {
    expect(urgencyOf('for several weeks I have had some tightness in my chest')).toBe('urgent');
    expect(urgencyOf('for several weeks I have had some tightness in my chest and today it is unbearable')).toBe('emergency');
    expect(urgencyOf('for several weeks he hits me')).toBe('emergency');
  });

  test('an age is no time for which something has lasted', () => {
    expect(urgencyOf('please look, for an hour my baby of two months has not been breathing well')).toBe('emergency');
    expect(urgencyOf('me duele mucho el pecho por dentro, tengo 60 años')).toBe('emergency');
  });

  test('every part of a long text is read, with stops and without', () => {
    for (const stop of ['. ', ' ']) {
      const calm = (count: number) =>
        Array.from({ length: count }, (_, index) => `we stay for ${index} nights and like the garden`).join(stop);
      const text = `${calm(170)}${stop}he is not breathing and turning blue${stop}${calm(170)}`;
      expect(text.length).toBeGreaterThan(12_000);
      expect(urgencyOf(text)).toBe('emergency');
      expect(urgencyOf(calm(330))).toBe('none');
    }
  });

  test('nothing in a text without words', () => {
    for (const text of ['', '   ', '???', '👍', '12345', '\u0000', '\ud800'])
      expect(screen(text)).toEqual({ urgency: 'none', matches: [] });
  });

  test('the same text is judged the same each time', () => {
    const text = 'someone put something in my drink and i cant stand';
    expect(screen(text)).toEqual(createScreen()(text));
  });
});

test.each(['[c4-1] #answer', '[c1-9] #slow', 'answer', 'ticket c12-45', 'x1-7 y2-8 z3-9', '[k469] and soon'])(
  'codes and single words raise nothing: %s',
  (text) => {
    expect(screen(text)).toEqual({ urgency: 'none', matches: [] });
  },
);
