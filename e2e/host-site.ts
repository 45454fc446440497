import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody's site that embeds the widget: another origin than the server's, as in life. */
export interface HostSite {
  readonly origin: string;
  /** Puts a page there. @returns its address */
  publish(page: HostPage): string;
  close(): Promise<void>;
}

export interface HostPage {
  /** Where the widget comes from, such as `http://127.0.0.1:4000`. */
  foyer: string;
  /** Attributes of the script tag, without the `data-`. Left out: the page has no script tag. */
  script?: Readonly<Record<string, string>>;
  /** Further HTML of the body, after the text of the page. */
  body?: string;
  /** Scripts of the page itself, which run before the widget's. */
  ownScript?: string;
  policy?: 'none' | 'strict';
  /** Of the second script tag, for a page that embeds the widget twice. */
  secondScript?: Readonly<Record<string, string>>;
}

export async function startHostSite(): Promise<HostSite> {
  const files = new Map<string, { type: string; text: string; headers?: Record<string, string> }>();
  files.set('/host.css', { type: 'text/css', text: STYLES });
  files.set('/favicon.ico', { type: 'image/x-icon', text: '' });
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://host').pathname);
    if (!file) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': `${file.type}; charset=utf-8`, ...file.headers }).end(file.text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let count = 0;

  return {
    origin,
    publish: (page) => {
      count += 1;
      const path = `/page-${count}`;
      if (page.ownScript !== undefined) files.set(`${path}.js`, { type: 'text/javascript', text: page.ownScript });
      files.set(path, {
        type: 'text/html',
        text: htmlOf(page, path),
        ...(page.policy === 'strict' && { headers: { 'content-security-policy': strictPolicy(page.foyer) } }),
      });
      return `${origin}${path}`;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** As strict as a page can be that embeds the widget: exactly what the documentation asks embedders to allow. */
const strictPolicy = (foyer: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${foyer}`,
    "style-src 'self'",
    `img-src 'self' ${foyer} blob: data:`,
    `connect-src ${foyer} ${foyer.replace(/^http/, 'ws')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

function scriptTag(foyer: string, attributes: Readonly<Record<string, string>>): string {
  const data = Object.entries(attributes).map(([name, value]) => ` data-${name}="${escaped(value)}"`);
  return `<script src="${foyer}/widget.js"${data.join('')} async></script>`;
}

const htmlOf = ({ foyer, script, body = '', ownScript, secondScript }: HostPage, path: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Harbour Heart Clinic</title>
<link rel="stylesheet" href="/host.css">
</head>
<body>
<main>
<h1>Harbour Heart Clinic</h1>
<p>We look after hearts by the harbour.</p>
${'<p>Our team sees people from Monday to Saturday, with or without a referral.</p>\n'.repeat(30)}
${body}
</main>
${ownScript === undefined ? '' : `<script src="${path}.js"></script>`}
${script ? scriptTag(foyer, script) : ''}
${secondScript ? scriptTag(foyer, secondScript) : ''}
</body>
</html>`;

/** Rules as sites have them, wide enough to hit what is not shielded from them. */
const STYLES = `
* { box-sizing: content-box; letter-spacing: 1px; }
body { font: 18px/2 serif; color: darkred; margin: 40px; }
button, input, textarea, div { border: 3px dotted green; text-transform: uppercase; }
#there { width: 420px; height: 600px; }
`;
