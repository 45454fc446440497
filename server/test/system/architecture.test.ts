import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import importRules from '../../../.dependency-cruiser.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SOURCES = join(ROOT, 'server', 'src');

const architecture = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
const documents = [
  ...readdirSync(ROOT).filter((file) => file.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

const withoutCodeBlocks = (markdown: string): string => markdown.replaceAll(/^```[\s\S]*?^```/gm, '');

/** What stands in backquotes and can only be meant as a file or folder of the repository. */
function pathsIn(markdown: string): string[] {
  const quoted = [...withoutCodeBlocks(markdown).matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);
  return quoted.filter((text) => /^[\w.-][\w./-]*(\/|\.(ts|mjs|md|json|sql|svg|example))$/.test(text));
}

const linksIn = (markdown: string): string[] =>
  [...withoutCodeBlocks(markdown).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !target.includes(':'));

const block = (name: string): string[] =>
  (new RegExp(`^\`\`\`${name}\n([\\s\\S]*?)\n\`\`\``, 'm').exec(architecture)?.[1] ?? '').split('\n');

interface Rule {
  name: string;
  from: { path?: unknown };
  to: { path?: unknown };
}

/** The names in `(a|b)` of a rule's pattern. */
const namesOf = (pattern: unknown): string[] => /\(([^)]*)\)/.exec(String(pattern))?.[1]?.split('|') ?? [];
const rulesCalled = (prefix: string) => (importRules.forbidden as Rule[]).filter(({ name }) => name.startsWith(prefix));

describe('the documents', () => {
  test.each(documents)('%s names only files and folders that exist, and links to them', (document) => {
    const text = readFileSync(join(ROOT, document), 'utf8');
    const missing = pathsIn(text).filter((path) => !existsSync(join(ROOT, path)) && !existsSync(join(SOURCES, path)));
    const broken = linksIn(text).filter((target) => !existsSync(resolve(ROOT, dirname(document), target)));
    expect({ missing, broken }).toEqual({ missing: [], broken: [] });
  });

  test('ARCHITECTURE.md names every folder of the server', () => {
    const folders = readdirSync(SOURCES, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${join(entry.parentPath, entry.name).slice(SOURCES.length + 1)}/`);
    expect(folders.length).toBeGreaterThan(30);
    expect(folders.filter((folder) => !architecture.includes(`| \`${folder}\` |`))).toEqual([]);
  });

  test('ARCHITECTURE.md has the layers of the import rules', () => {
    const rules = rulesCalled('no-import-upwards-from-');
    const layers = [namesOf(rules[0]?.to.path), ...rules.map((rule) => namesOf(rule.from.path))];
    expect(block('layers')).toEqual(layers.map((names) => names.join(' · ')));
  });

  test('ARCHITECTURE.md has the order of features of the import rules', () => {
    const orders = new Map<string, string[]>();
    for (const rule of rulesCalled('no-import-upwards-within-')) {
      const [, layer = '', feature = ''] = /^\^server\/src\/([^/]+)\/([^/]+)\//.exec(String(rule.from.path)) ?? [];
      const above = namesOf(rule.to.path);
      const order = [...(orders.get(layer) ?? []), feature];
      orders.set(layer, above.length === 1 ? [...order, ...above] : order);
    }
    expect(block('features')).toEqual([...orders].map(([layer, order]) => `${layer}: ${order.join(' · ')}`));
  });
});
