import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readFormSchema } from '#agents/forms/form-schema.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import { FACTORS } from '../browser/demo/euroscore-ii.mjs';
import { FIELDS, intakeForm } from '../browser/demo/intake-form.mjs';
import { QUESTIONS } from '../browser/demo/questions.mjs';
import { SPANISH } from '../browser/demo/texts.es.mjs';

const PAGES = ['/demo', '/demo/embed'];
const SITE = new URL('../browser/demo/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, SITE), 'utf8');
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

describe('the pages of the demo', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp({ env: { FOYER_DEMO: 'on' } });
  });
  afterAll(() => server.close());

  test.each(PAGES)('%s is served under a strict policy, with everything it is made of', async (page) => {
    const answer = await fetch(`${server.url}${page}`);
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|\*/);

    const html = await answer.text();
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*src)/);
    const own = matches(html, /(?:href|src)="(\/[^"#]*)"/g).filter((path) => !path.startsWith('/widget.js'));
    expect(own.length).toBeGreaterThan(3);
    for (const path of own) {
      expect((await fetch(`${server.url}${path}`)).status, path).toBe(200);
    }
  });

  test.each(PAGES)('%s has every place within the page that it links to', async (page) => {
    const html = await (await fetch(`${server.url}${page}`)).text();
    for (const id of matches(html, /href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
  });

  test('the installation begins with the demo while there is one', async () => {
    const answer = await fetch(server.url, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/demo']);
  });
});

test('without a demo there are no pages of it, and the look of widgets can be edited all the same', async () => {
  const server = await startTestApp({ env: { FOYER_DEMO: 'off' } });
  onTestFinished(() => server.close());
  const statusOf = async (path: string) => (await fetch(server.url + path, { redirect: 'manual' })).status;
  const paths = ['/', '/demo', '/demo/demo.mjs', '/preview', '/preview/frame', '/preview/contracts/widget-theme.ts', '/parts/base.css'];
  expect(await Promise.all(paths.map(statusOf))).toEqual([200, 404, 404, 200, 200, 200, 200]);
  const contract = await (await fetch(`${server.url}/preview/contracts/widget-theme.ts`)).text();
  expect(contract).not.toMatch(/^(?:export )?(?:interface|type) /m);
});

test.each(['demo', 'preview', 'parts'])(
  'the scripts of %s import only files that are there, by addresses that browsers reach',
  (folder) => {
    for (const name of readdirSync(new URL(`../${folder}/`, SITE)).filter((one) => one.endsWith('.mjs'))) {
      for (const imported of matches(read(`../${folder}/${name}`), /from '([^']+)'/g)) {
        expect(imported, name).toMatch(/^(?:\.|\.\.\/parts)\/[\w-]+(?:\.[\w-]+)*\.mjs$/);
        expect(existsSync(new URL(`../${folder}/${imported}`, SITE)), `${name} imports ${imported}`).toBe(true);
      }
    }
  },
);

test('every text of the page is there in Spanish, and no other', () => {
  const html = read('index.html');
  const keys = new Set([...matches(html, /data-t="([^"]+)"/g), ...matches(html, /data-t-label="([^"]+)"/g)]);
  expect(Object.keys(SPANISH).sort()).toEqual([...keys].sort());
});

test('every button asks something in both languages', () => {
  const asked = new Set(matches(read('index.html'), /data-ask="([^"]+)"/g));
  expect([...asked].sort()).toEqual(Object.keys(QUESTIONS).sort());
});

describe.each(['en', 'es'] as const)('the intake form in %s', (language) => {
  test('can be used, and has the 18 factors, each with who is asked', () => {
    const read = readFormSchema(intakeForm(language), 'formSchema');
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { fields } = read.form;
    expect(fields.map(({ name }) => name)).toEqual(expect.arrayContaining([...FACTORS]));
    expect(fields.filter(({ name }) => FACTORS.includes(name)).filter(({ askedOf }) => askedOf === 'team')).toHaveLength(8);
    expect(fields.filter(({ isRequired }) => isRequired).every(({ askedOf }) => askedOf === 'visitor')).toBe(true);
  });
});

test('names and values of the form are the same in both languages, so that a change of language keeps what is known', () => {
  type Schema = { properties: Record<string, { enum?: unknown }> };
  const values = (schema: unknown) => Object.entries((schema as Schema).properties).map(([name, field]) => [name, field.enum]);
  expect(values(intakeForm('es'))).toEqual(values(intakeForm('en')));
  expect(values(intakeForm('en')).map(([name]) => name)).toEqual(Object.keys(FIELDS));
});
