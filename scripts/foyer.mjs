// The entry of every npm script. It must parse on any Node that knows modules, so that an old one gets a sentence and not a
// syntax error: everything newer is behind the import below.
import process from 'node:process';

const OLDEST_NODE = 20;

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  process.stderr.write(
    `Foyer needs Node ${OLDEST_NODE} or later to start, and this is ${process.version}: please install a newer one from https://nodejs.org.\n`,
  );
  process.exitCode = 1;
} else {
  import('./lib/main.mjs').then((module) => module.main(process.argv.slice(2)));
}
