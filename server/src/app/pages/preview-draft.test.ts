import { readTheme } from '@foyer/contracts/widget-theme.ts';
import * as colors from '@foyer/contracts/widget-theme-colors.ts';
import { describe, expect, test } from 'vitest';
import {
  contrastReport,
  draftOf,
  EMPTY_DRAFT,
  hasLost,
  linesOf,
  readDraft,
  valueAt,
  versionOf,
  withValueAt,
  wordsFrom,
  wordsOf,
  written,
} from '../browser/preview/draft.mjs';

const VERSION = {
  id: 'c1',
  version: 3,
  isActive: true,
  features: { chat: true, extraction: true },
  uiTheme: { title: 'Clinic', launcher: { icon: 'heart' } },
  llmConfig: { provider: 'builtin' },
  voiceConfig: { language: 'en' },
};

describe('a draft', () => {
  test('becomes a version with everything that the one it came from had', () => {
    const draft = draftOf(VERSION);
    const { features, llmConfig, voiceConfig } = VERSION;
    const changed = { ...draft, uiTheme: withValueAt(draft.uiTheme, 'title', 'Practice') };
    const uiTheme = { ...VERSION.uiTheme, title: 'Practice' };
    expect(versionOf(changed, false)).toEqual({ features, llmConfig, voiceConfig, uiTheme, isActive: false });
    expect(VERSION.uiTheme.title).toBe('Clinic');
  });

  test('activating a version makes a new one of the same content', () => {
    const { id: _, version: __, ...content } = VERSION;
    expect(versionOf(draftOf(VERSION), true)).toEqual(content);
  });
});

describe('editing a theme', () => {
  test('sets a part, however deep, and leaves the others', () => {
    const theme = withValueAt({ title: 'A', launcher: { icon: 'heart' } }, 'launcher.label', 'Ask');
    expect(theme).toEqual({ title: 'A', launcher: { icon: 'heart', label: 'Ask' } });
    expect(valueAt(theme, 'launcher.label')).toBe('Ask');
    expect(valueAt(theme, 'texts.en.send')).toBeUndefined();
  });

  test.each([undefined, '', [], {}])('what is empty, such as %j, is no part of it any more, nor what held only that', (value) => {
    expect(withValueAt({ title: 'A', launcher: { label: 'Ask' } }, 'launcher.label', value)).toEqual({ title: 'A' });
  });

  test('keeps no and nought', () => {
    expect(withValueAt({}, 'satisfaction', false)).toEqual({ satisfaction: false });
    expect(withValueAt({}, 'radius', 0)).toEqual({ radius: 0 });
  });

  test('names of objects are no parts of a theme', () => {
    expect(valueAt({}, 'constructor')).toBeUndefined();
    expect(valueAt({}, '__proto__.toString')).toBeUndefined();
  });

  test('what a control makes is a theme without problems', () => {
    const theme = withValueAt(withValueAt({}, 'suggestions.en', linesOf(' One?\n\nTwo? ')), 'texts.es', wordsOf('send = Mandar').words);
    expect(readTheme(theme)).toEqual({ theme: { suggestions: { en: ['One?', 'Two?'] }, texts: { es: { send: 'Mandar' } } }, problems: [] });
  });
});

describe('words by their names', () => {
  test('are read line by line and written the same', () => {
    const { words, wrong } = wordsOf('send = Send it = now\n\nplaceholder=Write');
    expect([words, wrong]).toEqual([{ send: 'Send it = now', placeholder: 'Write' }, []]);
    expect(wordsFrom(words)).toBe('send = Send it = now\nplaceholder = Write');
  });

  test('a line that is none is told', () => {
    expect(wordsOf('send').wrong).toEqual(['send']);
    expect(wordsOf('send =').wrong).toEqual(['send =']);
  });
});

describe('the draft as JSON', () => {
  test('can be read back', () => {
    const draft = draftOf(VERSION);
    expect(readDraft(written(draft), draft)).toEqual({ draft });
  });

  test.each([
    ['{', /JSON/],
    ['[]', /object/],
    ['{"theme": {}}', /theme/],
    ['{"features": []}', /features/],
    ['{"features": {"chat": "yes"}}', /features\.chat/],
    ['{"uiTheme": 7}', /uiTheme/],
  ])('%s is a problem that is named', (text, problem) => {
    expect(readDraft(text, EMPTY_DRAFT)).toEqual({ problem: expect.stringMatching(problem) });
  });
});

test('the widget is begun anew where something is gone, and not for what is new or different', () => {
  const theme = { title: 'A', launcher: { label: 'Ask', icon: 'heart' } };
  expect(hasLost(theme, { title: 'B', radius: 3, launcher: { label: 'Chat', icon: 'hand' } })).toBe(false);
  expect(hasLost(theme, { launcher: theme.launcher })).toBe(true);
  expect(hasLost(theme, { title: 'A', launcher: { icon: 'heart' } })).toBe(true);
});

test('the contrast is that of the shades that are shown', () => {
  const [light] = contrastReport('#17595a', colors);
  expect(light).toMatchObject({ scheme: 'light', primary: '#17595a', isAdapted: false });
  for (const { ratio, isAdapted } of contrastReport('#ffff00', colors)) {
    expect(ratio).toBeGreaterThanOrEqual(4.5);
    expect(typeof isAdapted).toBe('boolean');
  }
  expect(contrastReport('#fdfdfd', colors)[0]?.isAdapted).toBe(true);
});
