import fc from 'fast-check';
import { type ComponentChild, isValidElement, type VNode } from 'preact';
import { describe, expect, test } from 'vitest';
import { hostileTexts } from './hostile-texts.testing.ts';
import { plainText } from './inline.ts';
import { GrowingMarkdown } from './markdown.ts';

const render = (text: string) => html(new GrowingMarkdown().read(text));

/** As HTML, for reading. */
function html(node: ComponentChild): string {
  if (Array.isArray(node)) return node.map(html).join('');
  if (!isValidElement(node)) return typeof node === 'string' ? node : '';
  const { children, ...attributes } = node.props as { children?: ComponentChild } & Record<string, unknown>;
  const href = attributes.href === undefined ? '' : ` href="${attributes.href}"`;
  return `<${node.type}${href}>${html(children)}</${node.type}>`;
}

function elements(node: ComponentChild): VNode<Record<string, unknown>>[] {
  if (Array.isArray(node)) return node.flatMap(elements);
  if (!isValidElement(node)) return [];
  return [node as VNode<Record<string, unknown>>, ...elements((node.props as { children?: ComponentChild }).children)];
}

const ALLOWED_TAGS = 'p strong em del code pre a ul ol li blockquote hr div table thead tbody tr th td'.split(' ');
const ALLOWED_ATTRIBUTES = ['children', 'href', 'target', 'rel', 'class', 'start', 'tabIndex'];

function expectHarmless(nodes: ComponentChild): void {
  for (const { type, props } of elements(nodes)) {
    expect(ALLOWED_TAGS).toContain(type);
    expect(ALLOWED_ATTRIBUTES).toEqual(expect.arrayContaining(Object.keys(props)));
    if (type === 'a') {
      expect(String(props.href)).toMatch(/^(https?:\/\/|mailto:|tel:)/);
      expect(props.rel).toContain('noopener');
    }
  }
}

describe('markdown', () => {
  test.each([
    ['Hello *there*, **you**', '<p>Hello <em>there</em>, <strong>you</strong></p>'],
    ['***both***', '<p><strong><em>both</em></strong></p>'],
    ['snake_case_name and _this_', '<p>snake_case_name and <em>this</em></p>'],
    ['5 * 3 * 2', '<p>5 * 3 * 2</p>'],
    ['not **closed', '<p>not **closed</p>'],
    ['*a **b* c**', '<p><em>a **b</em> c**</p>'],
    ['~~gone~~ ~here~', '<p><del>gone</del> ~here~</p>'],
    ['`a *b* <c>` and ``x`y``', '<p><code>a *b* <c></code> and <code>x`y</code></p>'],
    ['\\*plain\\*', '<p>*plain*</p>'],
    ['one\ntwo\n\nthree', '<p>one\ntwo</p><p>three</p>'],
    ['# Title\ntext', '<p><strong>Title</strong></p><p>text</p>'],
    ['- a\n- b\n  - c\n  - d\n- e', '<ul><li>a</li><li>b<ul><li>c</li><li>d</li></ul></li><li>e</li></ul>'],
    ['1. a\n   more\n2. b\n   1) x', '<ol><li>a\nmore</li><li>b<ol><li>x</li></ol></li></ol>'],
    ['text\n- a\n\n- b', '<p>text</p><ul><li>a</li></ul><ul><li>b</li></ul>'],
    ['> said\n> - so', '<blockquote><p>said</p><ul><li>so</li></ul></blockquote>'],
    ['```js\na\n\n**b**\n```\nc', '<pre><code>a\n\n**b**</code></pre><p>c</p>'],
    ['```\nstill being wri', '<pre><code>still being wri</code></pre>'],
    ['---', '<hr></hr>'],
    [
      '| a | b |\n|---|:-:|\n| 1 | **2** |',
      '<div><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td><strong>2</strong></td></tr></tbody></table></div>',
    ],
    ['[us](https://example.com/a_b_c)', '<p><a href="https://example.com/a_b_c">us</a></p>'],
    ['see https://example.com/x_(y).', '<p>see <a href="https://example.com/x_(y">https://example.com/x_(y</a>).</p>'],
    [
      '[call](tel:+34900000000) [write](mailto:a@b.example)',
      '<p><a href="tel:+34900000000">call</a> <a href="mailto:a@b.example">write</a></p>',
    ],
    [
      '[a [b](https://in.example) c](https://out.example)',
      '<p>[a <a href="https://in.example/">b</a> c](<a href="https://out.example/">https://out.example</a>)</p>',
    ],
    ['![cat](https://example.com/cat.png)', '<p><a href="https://example.com/cat.png">cat</a></p>'],
    ['as said [1], [2](not an address)', '<p>as said [1], [2](not an address)</p>'],
    ['[x](javascript:alert(1)) [y](/relative)', '<p>[x](javascript:alert(1)) [y](/relative)</p>'],
  ])('%j', (text, expected) => {
    expect(render(text)).toBe(expected);
  });

  test('what a person has written stays as it is, but for addresses', () => {
    expect(html(plainText('*not* [this](x) https://example.com/ `too`'))).toBe(
      '*not* [this](x) <a href="https://example.com/">https://example.com/</a> `too`',
    );
  });

  test.each(hostileTexts)('nothing but what is allowed comes of %j', (text) => {
    expectHarmless(new GrowingMarkdown().read(text));
    expectHarmless(plainText(text));
  });

  test('nothing but what is allowed comes of anything', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...'*_`~[](){}<>!#|-\\\n >1.:/"\'&',
        '**',
        '```',
        '](',
        'https://',
        'javascript:',
        '<script>',
        '\n\n',
        '\t',
        '\u202e',
        '\0',
      ),
      fc.string({ maxLength: 5 }),
      fc.constantFrom(...hostileTexts),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => expectHarmless(new GrowingMarkdown().read(pieces.join('')))),
      { numRuns: 400 },
    );
  });

  test('text that grows ends as the same text read at once', () => {
    const piece = fc.constantFrom(...'*_`[]()|-#> \nab1.', '\n\n', '```\n', '- ', '| a | b |\n|--|--|\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.array(fc.nat(80), { maxLength: 8 }), (pieces, cuts) => {
        const text = pieces.join('');
        const growing = new GrowingMarkdown();
        for (const cut of cuts.sort((a, b) => a - b)) growing.read(text.slice(0, cut));
        expect(html(growing.read(text))).toBe(render(text));
      }),
      { numRuns: 1_000 },
    );
  });

  test('a finished block stays the same node while the text grows', () => {
    const growing = new GrowingMarkdown();
    const [before] = growing.read('First.\n\nSec');
    const [after, second] = growing.read('First.\n\nSecond.');
    expect(after).toBe(before);
    expect(html(second)).toBe('<p>Second.</p>');
  });

  test('another text begins anew', () => {
    const growing = new GrowingMarkdown();
    growing.read('First.\n\nSecond.');
    expect(html(growing.read('Other.'))).toBe('<p>Other.</p>');
  });

  const patterns = [
    '[',
    '](',
    '*',
    '**a ',
    '_a_',
    '`',
    '``` ',
    '> ',
    '>',
    '- ',
    '  - a\n',
    '|',
    '|-|\n',
    ' ',
    '\n',
    '[a](',
    '![',
    'http://',
    'https://a.',
    '~~',
    '# ',
    '\\',
    'a`b``c```',
    '\t',
  ];

  // The types here are a browser's; the test runs in Node.
  const { cpuUsage } = (globalThis as unknown as { process: { cpuUsage(before?: object): { user: number } } }).process;

  test.each(patterns)('100 kB of %j cost about four times as much as 25 kB', (pattern) => {
    // Of the processor, not of the clock: what else the machine does meanwhile is not counted.
    const costUs = (length: number) => {
      const text = pattern.repeat(length / pattern.length);
      const rounds = Array.from({ length: 5 }, () => {
        const before = cpuUsage();
        new GrowingMarkdown().read(text);
        return cpuUsage(before).user;
      });
      return Math.min(...rounds);
    };
    // Quadratic work would be sixteen times as much for four times the text; two milliseconds of noise are forgiven.
    expect(costUs(100_000) / (costUs(25_000) + 2_000)).toBeLessThan(10);
  });
});
