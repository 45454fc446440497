import { CANARY } from '../watch.ts';

/** Content that tries to run a script, to leave its place, or to break whoever shows it. Each script that ran would call the canary. */
export interface Payload {
  kind: string;
  text: string;
}

const RUN = `${CANARY}()`;
const entity = (text: string, style: 'decimal' | 'hex' | 'padded' = 'decimal'): string =>
  [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (style === 'hex') return `&#x${code.toString(16)};`;
      return style === 'padded' ? `&#${String(code).padStart(7, '0')}` : `&#${code};`;
    })
    .join('');

const ELEMENTS = [
  `<script>${RUN}</script>`,
  `<SCRIPT>${RUN}</SCRIPT>`,
  `<script\n>${RUN}</script\n>`,
  `<script/x>${RUN}</script>`,
  `<script src="data:text/javascript,${RUN}"></script>`,
  `<script type="module">${RUN}</script>`,
  `</textarea><script>${RUN}</script>`,
  `</title><script>${RUN}</script>`,
  `--><script>${RUN}</script><!--`,
  `<![CDATA[><script>${RUN}</script>]]>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `<<script>${RUN}//<</script>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<iframe src="javascript:parent.${RUN}"></iframe>`,
  `<object data="data:text/html,<script>parent.${RUN}</script>"></object>`,
  `<embed src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${RUN}'/>">`,
  `<base href="javascript:${RUN}//"><a href="x">here</a>`,
  `<link rel="stylesheet" href="data:text/css,*{display:none}">`,
  '<style>*{display:none!important}</style>',
  `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  `<form action="javascript:${RUN}"><button>Go on</button></form>`,
  `<button formaction="javascript:${RUN}">Go on</button>`,
  `<isindex action="javascript:${RUN}" type="submit">`,
  `<portal src="javascript:${RUN}"></portal>`,
  `<frameset onload="${RUN}"><frame></frameset>`,
  `<template shadowrootmode="open"><script>${RUN}</script></template>`,
  `<slot onslotchange="${RUN}"></slot>`,
  `<noscript><p title="</noscript><script>${RUN}</script>">`,
  `<plaintext>${RUN}`,
  `<xmp><script>${RUN}</script></xmp>`,
];

const HANDLERS = [
  ['img src=x', 'onerror'],
  ['IMG SRC=x', 'OnErRoR'],
  ['img src=x:x', 'onerror'],
  ['img/src=x', '/onerror'],
  ['image src=x', 'onerror'],
  ['audio src=x', 'onerror'],
  ['video src=x', 'onerror'],
  ['video><source', 'onerror'],
  ['body', 'onload'],
  ['body', 'onpageshow'],
  ['svg', 'onload'],
  ['input autofocus', 'onfocus'],
  ['select autofocus', 'onfocus'],
  ['textarea autofocus', 'onfocus'],
  ['details open', 'ontoggle'],
  ['div popover id=p', 'onbeforetoggle'],
  ['marquee', 'onstart'],
  ['p style="animation-name:x"', 'onanimationstart'],
  ['p tabindex=1 autofocus', 'onfocus'],
  ['a href=#', 'onclick'],
  ['b', 'onpointerover'],
  ['b', 'oncontentvisibilityautostatechange'],
  ['x contenteditable', 'oninput'],
  ['object data=x', 'onerror'],
].map(([tag, handler]) => `<${tag} ${handler}=${RUN}>`);

const ATTRIBUTES = [
  `" onmouseover="${RUN}" x="`,
  `' onmouseover='${RUN}' x='`,
  `\` onmouseover=${RUN} x=\``,
  `"><img src=x onerror=${RUN}>`,
  `'><img src=x onerror=${RUN}>`,
  `" autofocus onfocus="${RUN}`,
  `x" style="background:url(javascript:${RUN})`,
  `&quot; onload=&quot;${RUN}`,
  `\\" onerror=\\"${RUN}`,
  `" srcdoc="<script>parent.${RUN}</script>`,
];

const SCHEMES = [
  `javascript:${RUN}`,
  `JavaScript:${RUN}`,
  ` javascript:${RUN}`,
  `java\tscript:${RUN}`,
  `java\nscript:${RUN}`,
  `java\rscript:${RUN}`,
  `\u0001javascript:${RUN}`,
  `\u00a0javascript:${RUN}`,
  `\u200bjavascript:${RUN}`,
  `javascript\u200b:${RUN}`,
  `javascript&colon;${RUN}`,
  `javascript&#58;${RUN}`,
  `${entity('javascript:')}${RUN}`,
  `${entity('javascript:', 'hex')}${RUN}`,
  `${entity('javascript:', 'padded')}${RUN}`,
  `%6a%61%76%61%73%63%72%69%70%74:${RUN}`,
  `javascript:%2f%2fx%0a${RUN}`,
  `javascript://example.com/%0a${RUN}`,
  `javascript:/*https://example.com*/${RUN}`,
  `ｊａｖａｓｃｒｉｐｔ:${RUN}`,
  `java\u0455cript:${RUN}`,
  `vbscript:${RUN}`,
  `livescript:${RUN}`,
  `view-source:javascript:${RUN}`,
  `feed:javascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `data:text/html;base64,${btoa(`<script>${RUN}</script>`)}`,
  `data:image/svg+xml,<svg onload=${RUN}>`,
  `blob:https://example.com/${RUN}`,
  `file:///etc/passwd`,
  `filesystem:https://example.com/${RUN}`,
  `about:blank#${RUN}`,
  `//example.com/${RUN}`,
  `https:javascript:${RUN}`,
  `https://user:${RUN}@example.com`,
  `mailto:a@example.com?body=<script>${RUN}</script>`,
  `tel:+1<script>${RUN}</script>`,
  `intent://x#Intent;scheme=javascript;end`,
];
const LINKS = SCHEMES.flatMap((scheme, at) => {
  const forms = [
    `[the hours](${scheme})`,
    `[the hours](<${scheme}>)`,
    `<${scheme}>`,
    `![the hours](${scheme})`,
    `[the hours][1]\n\n[1]: ${scheme}`,
    `[the hours](${scheme} "title")`,
  ];
  // Every scheme as a link, and each in one more of the forms in turn.
  return [forms[0] ?? '', forms[1 + (at % 5)] ?? ''];
});

const MARKDOWN = [
  `[x](https://example.com" onclick="${RUN})`,
  `[x](https://example.com 'a" onclick="${RUN}')`,
  `[<img src=x onerror=${RUN}>](https://example.com)`,
  `[x](https://example.com)<img src=x onerror=${RUN}>`,
  `[[x](javascript:${RUN})](https://example.com)`,
  `[x](https://example.com/\\")`,
  `[x]: javascript:${RUN}\n\n[x]`,
  `https://example.com/"onmouseover="${RUN}`,
  `https://example.com/<script>${RUN}</script>`,
  `www.example.com/'onclick='${RUN}`,
  `https://example.com\u202e/gpj.exe`,
  `https://ex\u0430mple.com/login`,
  `https://[::1]/${RUN}`,
  `**<b onpointerover=${RUN}>bold**`,
  `\`<img src=x onerror=${RUN}>\``,
  `\`\`\`html" onmouseover="${RUN}\n<img src=x onerror=${RUN}>\n\`\`\``,
  `\`\`\`\n<script>${RUN}</script>`,
  `> <svg onload=${RUN}>\n> > <img src=x onerror=${RUN}>`,
  `- [ ] <input autofocus onfocus=${RUN}>`,
  `| a | b |\n|---|---|\n| <img src=x onerror=${RUN}> | [x](javascript:${RUN}) |`,
  `# <img src=x onerror=${RUN}>`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `&amp;lt;script&amp;gt;${RUN}`,
  `<!--[if IE]><script>${RUN}</script><![endif]-->`,
];

const MARKUP_MUTATION = [
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<svg><a><animate attributeName=href values=javascript:${RUN} /><text x=20 y=20>here</text></a>`,
  `<svg><use href="data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg' onload='${RUN}'/>#x"></svg>`,
  `<svg><foreignObject><iframe src=javascript:${RUN}></iframe></foreignObject></svg>`,
  `<svg><style><img src="</style><img src=x onerror=${RUN}>">`,
  `<svg></p><style><a id="</style><img src=x onerror=${RUN}>">`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}></style></mglyph></table></mtext></math>`,
  `<math><mi xlink:href="javascript:${RUN}">here</mi></math>`,
  `<math><annotation-xml encoding="text/html"><svg onload=${RUN}></annotation-xml></math>`,
  `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=${RUN} src>">`,
  `<table><td><select><style></select><img src=x onerror=${RUN}></style>`,
  `<option><style></option></select><b><img src=x onerror=${RUN}></style></option>`,
  `<listing>&lt;img src=x onerror=${RUN}&gt;</listing>`,
  `<img alt="\`\`onerror=${RUN} src=x">`,
];

const TEMPLATES = [
  `{{constructor.constructor('${RUN}')()}}`,
  `{{${RUN}}}`,
  `\${${RUN}}`,
  `\`\${${RUN}}\``,
  `#{${RUN}}`,
  `<%= ${RUN} %>`,
  `{%25 ${RUN} %25}`,
  `[[${RUN}]]`,
  `{"type":"img","props":{"src":"x","onerror":"${RUN}"}}`,
  `{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=${RUN}>"}}`,
  `{"$$typeof":"Symbol(react.element)","type":"script"}`,
  `';${RUN};//`,
  `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`,
  `\\x3cscript\\x3e${RUN}\\x3c/script\\x3e`,
  `+ADw-script+AD4-${RUN}+ADw-/script+AD4-`,
  `"});${RUN};//`,
];

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'innerHTML', 'valueOf', 'then', 'undefined', 'NaN'];

const CHARACTERS = [
  '\u202eevil gnitirw\u202c and on',
  '\u2066\u202eisolated\u2069 overrides',
  `${'\u202e'.repeat(50)}many overrides`,
  'nothing\u200b\u200c\u200d\ufeff to see',
  `Z\u0351\u036b\u0343${'\u0300'.repeat(500)}algo`,
  'flags 🏳️‍🌈👩‍👩‍👧‍👦🇪🇸 and 👩🏽‍⚕️',
  '\u2028line\u2029paragraph',
  '\u0085next line\u000bvertical\u000cform feed',
  '﷽'.repeat(40),
  'ʼ＜script＞foyerCanary()＜/script＞',
];

const LARGE = [
  'a'.repeat(15_000),
  `${'[x]('.repeat(3_000)}`,
  `${'*'.repeat(5_000)}x${'*'.repeat(5_000)}`,
  `${'> '.repeat(2_000)}deep`,
  `${'- '.repeat(2_000)}deep`,
  `${'`'.repeat(7_000)}code`,
  `${'|'.repeat(3_000)}\n${'|-'.repeat(3_000)}|`,
  `${'<'.repeat(7_000)}${'>'.repeat(7_000)}`,
  `${'_a'.repeat(7_000)}`,
  `${'![['.repeat(4_000)}`,
  `https://example.com/${'('.repeat(7_000)}`,
  `${'1. x\n'.repeat(2_500)}`,
  `${'&'.repeat(15_000)}`,
];

const of = (kind: string, texts: readonly string[]): Payload[] => texts.map((text) => ({ kind, text }));

export const PAYLOADS: readonly Payload[] = [
  ...of('element', ELEMENTS),
  ...of('handler', HANDLERS),
  ...of('attribute', ATTRIBUTES),
  ...of('link', LINKS),
  ...of('markdown', MARKDOWN),
  ...of('mutation', MARKUP_MUTATION),
  ...of('template', TEMPLATES),
  ...of('name', NAMES),
  ...of('characters', CHARACTERS),
  ...of('large', LARGE),
];

/** For places that take one short line, such as names of files and people. */
export const SHORT_PAYLOADS: readonly Payload[] = PAYLOADS.filter(
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what such places refuse
  ({ text }) => text.length <= 120 && !/[\u0000-\u001f\u0085\u2028\u2029/]/.test(text),
);

/** For the theme: what would be style, address or number. */
export const THEME_PAYLOADS: readonly unknown[] = [
  'red;background:url(https://example.com/x)',
  `url("javascript:${RUN}")`,
  `expression(${RUN})`,
  '#fff;}*{display:none}',
  '}</style><script>',
  'var(--x, url(https://example.com/x))',
  '\\75rl(https://example.com)',
  `javascript:${RUN}`,
  `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"/>`,
  'https://example.com/logo.png") ; background: url("https://example.com/x',
  '//example.com/logo.png',
  '/\\example.com/logo.png',
  '__proto__',
  JSON.parse(`{"__proto__":{"polluted":true}}`),
  ['a', ['b']],
  Number.MAX_VALUE,
  -1,
  null,
  true,
  '\u202e\u0000',
  'x'.repeat(5_000),
];
