import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashWidgetSources, readBuiltWidget } from './widget-sources.mjs';

let root = '';
const put = (file: string, text = file) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'foyer-widget-'));
  for (const file of ['package-lock.json', 'widget/build.ts', 'widget/package.json', 'widget/tsconfig.json']) put(file);
  for (const file of ['launcher-icons', 'widget-theme', 'widget-theme-colors']) put(`contracts/src/${file}.ts`);
  put('widget/src/app/start-app.ts');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('what the widget is built from', () => {
  test('is another with every source and package, and the same with every test', () => {
    const before = hashWidgetSources(root);
    put('widget/src/app/start-app.test.ts');
    expect(hashWidgetSources(root)).toBe(before);
    const seen = new Set([before]);
    for (const file of ['widget/src/app/start-app.ts', 'widget/src/view/new.tsx', 'contracts/src/widget-theme.ts', 'package-lock.json']) {
      put(file, 'changed');
      expect(seen.has(hashWidgetSources(root)), file).toBe(false);
      seen.add(hashWidgetSources(root));
    }
  });

  test('is built only where every file is there', () => {
    const stamp = { sources: 'abc', loader: 'widget.js', app: ['app-1.js'], later: [] };
    expect(readBuiltWidget(root)).toBeUndefined();
    put('widget/dist/.stamp.json', JSON.stringify(stamp));
    put('widget/dist/widget.js');
    expect(readBuiltWidget(root)).toBeUndefined();
    put('widget/dist/app-1.js');
    expect(readBuiltWidget(root)).toEqual(stamp);
    put('widget/dist/.stamp.json', '{');
    expect(readBuiltWidget(root)).toBeUndefined();
  });
});
