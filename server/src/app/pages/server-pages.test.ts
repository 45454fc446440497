import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { createTestServer, recordingWriter } from '#platform/http/http-server.testing.ts';
import type { HttpServer } from '#platform/http/http-server.ts';
import type { StaticRoute } from '#platform/http/pages/serve-static.ts';
import { createLogger, silentLogger } from '#platform/telemetry/logger.ts';
import { readConfig } from '../config.ts';
import { serverPages } from './server-pages.ts';
import { widgetFiles } from './widget-files.ts';

let server: HttpServer | undefined;
afterEach(() => server?.close(0));

async function serve(staticRoutes: readonly StaticRoute[]) {
  server = await createTestServer(() => {}, { staticRoutes });
  return (url: string) => (server as HttpServer).inject({ method: 'GET', url });
}

const pagesWith = async (demo: 'on' | 'off') => serverPages(readConfig({ FOYER_DEMO: demo }), silentLogger);
const isFile = (route: StaticRoute): boolean => 'file' in route;

describe('the pages of the installation', () => {
  test('begin with one that says what this is, or with the demo', async () => {
    expect((await (await serve(await pagesWith('off')))('/')).body).toContain('Foyer is running');
    await server?.close(0);
    const get = await serve(await pagesWith('on'));
    expect((await get('/')).headers.location).toBe('/demo');
    expect((await get('/demo')).statusCode).toBe(200);
  });

  test.each(['on', 'off'] as const)('can work under their policy, and name nothing that is not there, with the demo %s', async (demo) => {
    const routes = await pagesWith(demo);
    const get = await serve(routes);
    for (const { path } of routes.filter(isFile)) {
      const { headers, body, statusCode } = await get(path);
      expect(statusCode, path).toBe(200);
      if (!String(headers['content-type']).startsWith('text/html')) continue;
      expect(headers['content-security-policy'], path).toContain("script-src 'self'");
      // None of these would run or be applied.
      expect(body.match(/<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle=|\son[a-z]+=|javascript:/gi), path).toBeNull();
      const named = [...body.matchAll(/(?:src|href)="(\/[^"#?]*)/g)].map(([, address = '']) => address);
      for (const address of new Set(named)) {
        if (address === '/widget.js' || address.startsWith('/api/') || address.startsWith('/status')) continue;
        expect((await get(address)).statusCode, `${path} names ${address}`).toBeLessThan(400);
      }
    }
  });
});

describe('the widget', () => {
  test('that was not built is said to be so, to whoever asks and once in the log; it is there once it is built', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'widget-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const writer = recordingWriter();
    const get = await serve(widgetFiles(createLogger({ level: 'info', format: 'json', ...writer }), folder));
    for (const path of ['/widget.js', '/widget/app-Bd81xYz_.js']) {
      expect(await get(path)).toMatchObject({ statusCode: 503, headers: { 'cache-control': 'no-store' } });
    }
    expect((await get('/widget.js')).json()).toMatchObject({ code: 'WIDGET_NOT_BUILT' });
    expect(writer.lines()).toHaveLength(1);

    await writeFile(join(folder, 'widget.js'), 'loader');
    await writeFile(join(folder, 'app-Bd81xYz_.js'), 'app');
    expect(await get('/widget.js')).toMatchObject({ statusCode: 200, body: 'loader' });
    expect(await get('/widget/app-Bd81xYz_.js')).toMatchObject({ statusCode: 200, body: 'app' });
    expect((await get('/widget/app-0ld.js')).statusCode).toBe(404);
    expect((await get('/widget/widget.js')).statusCode).toBe(404);
  });

  test('that has moved on is passed on to loaders of before, under its own name, so that there are not two of it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'widget-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'widget.js'), 'import("/widget/app-Bd81xYz_.js")');
    await writeFile(join(folder, 'app-Bd81xYz_.js'), 'app');
    const get = await serve(widgetFiles(silentLogger, folder));
    expect(await get('/widget/app-0ldNam3s.js')).toMatchObject({
      statusCode: 200,
      body: "export * from './app-Bd81xYz_.js';\n",
      headers: { 'cache-control': 'no-cache', 'access-control-allow-origin': '*' },
    });
    expect((await get('/widget/menu-0ldNam3s.js')).statusCode).toBe(404);
  });
});
