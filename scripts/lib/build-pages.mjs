import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { exclusively } from './exclusive.mjs';
import { ROOT } from './paths.mjs';
import { runChild } from './run-child.mjs';
import { complain, Problem, say, secondsSince } from './terminal.mjs';
import { hashWidgetSources, readBuiltWidget } from './widget-sources.mjs';

/**
 * Builds what browsers are shown, where it is not what its sources say; otherwise it only looks.
 * @param {import('./main.mjs').Context} context @param {{ inAnyCase?: boolean }} [options] @returns {Promise<boolean>} false where nothing can be built
 */
export async function buildPages(context, { inAnyCase = false } = {}) {
  const sources = hashWidgetSources(ROOT);
  const isDone = () => !inAnyCase && readBuiltWidget(ROOT)?.sources === sources;
  if (isDone()) return true;
  const folder = path.join(ROOT, 'widget');
  const unwritable = [folder, path.join(folder, 'dist')].find((one) => existsSync(one) && !isWritable(one));
  if (unwritable) {
    const state = readBuiltWidget(ROOT) ? 'The widget was built from other sources than these' : 'The widget has not been built';
    complain(`${state}, and ${unwritable} cannot be written to. Going on without: run \`node scripts/foyer.mjs build\` as its owner.`);
    return false;
  }
  await exclusively(
    folder,
    async () => {
      if (!isDone()) await build(context, sources);
    },
    () => say('Another start is building the widget; waiting for it.'),
  );
  return true;
}

/** `node scripts/foyer.mjs build`: builds in any case. @param {import('./main.mjs').Context} context @param {string[]} args */
export async function buildAnew(context, args) {
  if (args.length > 0) throw new Problem(`“build” takes no arguments (got ${args.join(' ')}).`);
  return (await buildPages(context, { inAnyCase: true })) ? 0 : 1;
}

/** @param {import('./main.mjs').Context} context @param {string} sources */
async function build({ node, environment, signals }, sources) {
  const sinceMs = performance.now();
  /** @type {Buffer[]} */
  const output = [];
  const code = await runChild(node, [path.join(ROOT, 'widget', 'build.ts'), sources], {
    signals,
    environment,
    onOutput: (chunk) => output.push(chunk),
  });
  if (signals.received) throw new Problem('The build of the widget was interrupted; the next start does it again.');
  if (code !== 0)
    throw new Problem(
      `${stripVTControlCharacters(Buffer.concat(output).toString()).trim()}\nThe widget could not be built (exit code ${code}).`,
    );
  say(`Built the widget in ${secondsSince(sinceMs)}.`);
}

/** @param {string} folder */
function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
