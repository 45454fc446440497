import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestServer } from '../http-server.testing.ts';
import type { HttpServer } from '../http-server.ts';
import { createBuiltFiles } from './cross-origin-files.ts';
import { pageFiles } from './page-files.ts';
import { pagePolicy } from './page-policy.ts';
import { preferredEncoding } from './static-file.ts';

let folder: string;
let server: HttpServer;
const SCRIPT = `${'export const words = 1;\n'.repeat(100)}`;
const put = async (name: string, content: string) => writeFile(join(folder, name), content);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pages-'));
  await mkdir(join(folder, 'site/parts'), { recursive: true });
  await mkdir(join(folder, 'dist'));
  await put('secret.txt', 'nobody may see this');
  await put('site/index.html', '<!doctype html><title>Site</title>');
  await put('site/frame.html', '<!doctype html><title>Frame</title>');
  await put('site/parts/site.mjs', SCRIPT);
  await put('site/tiny.css', 'p{}');
  await put('site/site.test.ts', 'throw 1');
  const site = { '/site': { file: 'index.html', mayFrame: true }, '/site/frame': { file: 'frame.html', mayBeFramed: true } };
  const built = createBuiltFiles(join(folder, 'dist'));
  server = await createTestServer(() => {}, {
    staticRoutes: [
      ...(await pageFiles(pathToFileURL(`${folder}/site/`), { pages: site, filesUnder: '/site/', publicUrl: 'https://desk.example.org' })),
      { path: '/built/:name', find: async (name) => (await built())?.get(name) },
    ],
  });
});
afterAll(async () => {
  await server.close(0);
  await rm(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' | 'POST' = 'GET') =>
  server.inject({ method, url, headers });

describe('pages', () => {
  test('come with a policy that lets nothing in from elsewhere and turns no text into script', async () => {
    const page = await get('/site', { host: 'localhost:3001' });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('<title>Site</title>');
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-frame-options': 'DENY',
    });
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain(
      "connect-src 'self' ws://localhost:3001 wss://localhost:3001 https://desk.example.org wss://desk.example.org;",
    );
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
  });

  test('are framed by our own pages only where they say so', async () => {
    const [outer, inner] = [await get('/site'), await get('/site/frame')];
    expect(outer.headers['content-security-policy']).toContain("frame-src 'self'; frame-ancestors 'none'");
    expect(inner.headers['content-security-policy']).toContain("frame-src 'none'; frame-ancestors 'self'");
    expect(inner.headers['x-frame-options']).toBe('SAMEORIGIN');
  });

  test('cannot be given another policy by the name of the host', () => {
    const policy = pagePolicy({}, { host: "x; script-src 'unsafe-inline'", publicOrigin: undefined });
    expect(policy).not.toContain('unsafe-inline');
    expect(pagePolicy({}, { host: '[::1]:3001', publicOrigin: undefined })).toContain('ws://[::1]:3001');
  });

  test('are found with a slash at the end too', async () => {
    expect(await get('/site/')).toMatchObject({ statusCode: 302, headers: { location: '/site' } });
  });

  test('are made of the files of their folder and of nothing else', async () => {
    expect(await get('/site/parts/site.mjs')).toMatchObject({ statusCode: 200, body: SCRIPT });
    for (const path of [
      '/site/index.html',
      '/site/site.test.ts',
      '/site/../secret.txt',
      '/site/%2e%2e/secret.txt',
      '/site/..%2fsecret.txt',
    ]) {
      expect((await get(path)).statusCode, path).toBe(404);
    }
    for (const path of ['/built/..%2fsecret.txt', '/built/%2e%2e%2fsecret.txt', '/built/__proto__', '/built/']) {
      expect((await get(path)).statusCode, path).toBe(404);
    }
  });

  test('that nobody can see are a mistake at the start', async () => {
    const pages = { '/': { file: 'missing.html' } };
    const options = { pages, filesUnder: '/', publicUrl: undefined };
    await expect(pageFiles(pathToFileURL(`${folder}/site/`), options)).rejects.toThrow('missing.html');
    await put('site/notes.docx', '');
    await expect(pageFiles(pathToFileURL(`${folder}/site/`), { ...options, pages: {} })).rejects.toThrow('notes.docx');
    await rm(join(folder, 'site/notes.docx'));
  });
});

describe('files', () => {
  test('are sent as small as the caller can read them, each form with a tag of its own', async () => {
    const forms = { br: brotliDecompressSync, gzip: gunzipSync };
    const tags = new Set<unknown>();
    for (const [encoding, decompress] of Object.entries(forms)) {
      const answer = await get('/site/parts/site.mjs', { 'accept-encoding': encoding });
      expect(answer.headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
      expect(Number(answer.headers['content-length'])).toBeLessThan(SCRIPT.length / 4);
      expect(decompress(answer.rawPayload).toString()).toBe(SCRIPT);
      tags.add(answer.headers.etag);
    }
    const plain = await get('/site/parts/site.mjs');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(tags.add(plain.headers.etag).size).toBe(3);
    // It would not get smaller.
    expect((await get('/site/tiny.css', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBeUndefined();
  });

  test('are not sent again to whoever has them, and not at all to whoever only asks about them', async () => {
    const { etag } = (await get('/site/parts/site.mjs', { 'accept-encoding': 'br' })).headers;
    const again = await get('/site/parts/site.mjs', { 'accept-encoding': 'br', 'if-none-match': `"old", ${etag}` });
    expect(again).toMatchObject({ statusCode: 304, body: '', headers: { etag, vary: 'accept-encoding' } });
    const head = await get('/site/parts/site.mjs', {}, 'HEAD');
    expect(head).toMatchObject({ statusCode: 200, body: '', headers: { 'content-length': String(SCRIPT.length) } });
    expect(await get('/site', {}, 'POST')).toMatchObject({ statusCode: 405, headers: { allow: 'GET, HEAD' } });
  });

  test('of a build are there as soon as they were built, may be read by every site, and are kept for ever where their name changes', async () => {
    expect((await get('/built/widget.js')).statusCode).toBe(404);
    await put('dist/widget.js', SCRIPT);
    await put('dist/app-Bd81xYz_.js', SCRIPT);
    await put('dist/stamp', 'no file for browsers');
    const [loader, app] = [await get('/built/widget.js'), await get('/built/app-Bd81xYz_.js')];
    for (const { statusCode, headers } of [loader, app]) {
      expect(statusCode).toBe(200);
      expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' });
      expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    }
    expect(loader.headers['cache-control']).toBe('public, max-age=300, stale-while-revalidate=600');
    expect(app.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await get('/built/stamp')).statusCode).toBe(404);
  });
});

test.each([
  ['br, gzip', 'br'],
  ['gzip, deflate, br;q=0', 'gzip'],
  ['GZIP;q=0.5', 'gzip'],
  ['*', 'br'],
  ['br;q=0, *;q=0.1', 'gzip'],
  ['identity', 'identity'],
  [undefined, 'identity'],
  ['nonsense;;, ,', 'identity'],
])('of %s, %s is preferred', (header, encoding) => {
  expect(preferredEncoding(header)).toBe(encoding);
});
