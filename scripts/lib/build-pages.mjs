import { accessSync, constants, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { exclusively } from './exclusive.mjs';
import { ROOT } from './paths.mjs';
import { runChild } from './run-child.mjs';
import { complain, Problem, say, secondsSince } from './terminal.mjs';
import { hashWidgetSources, readBuiltWidget } from './widget-sources.mjs';

/** Builds what browsers are shown, where it is not what its sources say; otherwise it only looks. @param {import('./main.mjs').Context} context */
export async function buildPages(context) {
  const sources = hashWidgetSources(ROOT);
  if (readBuiltWidget(ROOT)?.sources === sources) return;
  const folder = path.join(ROOT, 'widget');
  const unwritable = [folder, path.join(folder, 'dist')].find((one) => existsSync(one) && !isWritable(one));
  if (unwritable) {
    const state = readBuiltWidget(ROOT) ? 'The widget was built from other sources than these' : 'The widget has not been built';
    complain(
      `${state}, and ${unwritable} cannot be written to. Going on without building it: run \`node scripts/foyer.mjs build\` as its owner.`,
    );
    return;
  }
  await exclusively(
    folder,
    async () => {
      if (readBuiltWidget(ROOT)?.sources !== sources) await build(context, sources);
    },
    () => say('Another start is building the widget; waiting for it.'),
  );
}

/** `node scripts/foyer.mjs build`: builds in any case. @param {import('./main.mjs').Context} context @param {string[]} args */
export async function buildAnew(context, args) {
  if (args.length > 0) throw new Problem(`“build” takes no arguments (got ${args.join(' ')}).`);
  rmSync(path.join(ROOT, 'widget', 'dist', '.stamp.json'), { force: true });
  await buildPages(context);
  return 0;
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
  if (code !== 0) throw new Problem(`${Buffer.concat(output).toString().trim()}\nThe widget could not be built (exit code ${code}).`);
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
