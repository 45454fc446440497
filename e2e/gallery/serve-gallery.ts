import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'vite';

const CONTENT_TYPES: Readonly<Record<string, string>> = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css' };

/** As strict as a page can be that runs a script at all: whatever the widget does beyond is refused and noted by the browser. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Builds the gallery into memory and serves it on loopback. @returns its address, and what stops it */
export async function serveGallery(port = 0): Promise<{ url: string; close: () => Promise<void> }> {
  const files = await buildGallery();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname === '/' ? 'index.html' : pathname.slice(1);
    const content = files.get(name);
    // Browsers ask for it unasked, and note what they do not find.
    if (name === 'favicon.ico') response.writeHead(204).end();
    else if (content === undefined) response.writeHead(404).end();
    else {
      const contentType = CONTENT_TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': contentType, 'content-security-policy': POLICY }).end(content);
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

async function buildGallery(): Promise<Map<string, string | Uint8Array>> {
  const built = await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { write: false, target: 'es2022', modulePreload: false, reportCompressedSize: false },
  });
  const output = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  return new Map(output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
}
