import { parseArgs } from 'node:util';
import { Problem } from '../lib/terminal.mjs';

export const USAGE = `npm run chat [-- --url=http://127.0.0.1:3001 --project=demo --locale=en]

Talks to an app of a running Foyer as one of its visitors. With a pipe as input every line is a message, and the next is sent when
the one before has its answer.

  --url       where Foyer listens; if not given: this machine, at PORT or 3001
  --project   the project id of the app; if not given: demo
  --locale    the visitor's language, such as en or es-MX; if not given: the tenant's`;

/** @typedef {{ url: string, projectId: string, locale: string | undefined, help: boolean }} Options */

/** @param {string[]} argv @param {NodeJS.ProcessEnv} environment @returns {Options} */
export function readOptions(argv, environment) {
  const { url, project, locale, help } = parse(argv);
  return { url: addressOf(url ?? `http://127.0.0.1:${environment.PORT?.trim() || 3001}`), projectId: project, locale, help };
}

/** @param {string[]} argv */
function parse(argv) {
  try {
    return parseArgs({
      args: argv,
      options: {
        url: { type: 'string' },
        project: { type: 'string', default: 'demo' },
        locale: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

/** @param {string} text */
function addressOf(text) {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) throw new Problem(`--url must be an address like http://127.0.0.1:3001, not “${text}”.`);
  return url.origin;
}
