import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type InlineConfig, type Rollup } from 'vite';

/**
 * Builds the widget into `dist`: the loader that pages name, and the app that the loader brings, under a name that changes with its
 * content. Run with the hash of the sources, which is noted beside what was built from them.
 */
const ROOT = import.meta.dirname;
const DIST = path.join(ROOT, 'dist');
const LOADER = 'widget.js';
const STAMP = '.stamp.json';
/** Browsers of 2023 and later; older ones are not shown the widget, and their pages go on without it. */
const TARGET = 'es2022';

/** What several later parts share: one file instead of five small ones. */
const SHARED = /widget\/src\/(texts\/(conversation|errors|formats)|view\/(use-formats|more-icons|conversation\/(event-text|author)))\.ts$/;

await main(process.argv[2] ?? '');

async function main(sources: string): Promise<void> {
  const workshop = path.join(ROOT, `.build-${process.pid}`);
  mkdirSync(workshop);
  try {
    const app = await buildApp(workshop);
    await buildLoader(workshop, app[0] ?? '');
    putInPlace(workshop, sources, app);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** @returns the file that the loader imports, and those without which it does not run */
async function buildApp(outDir: string): Promise<string[]> {
  const output = await bundle({
    ...settings(outDir),
    build: {
      ...settings(outDir).build,
      // As a library, so that the bundler leaves `import()` as it is.
      lib: { entry: path.join(ROOT, 'src/app/start-app.ts'), formats: ['es'] },
      rolldownOptions: {
        // Parts that come later share what the app has, so that opening fetches one file.
        preserveEntrySignatures: 'allow-extension',
        // What Vite thinks that libraries should leave to others.
        output: {
          entryFileNames: 'app-[hash].js',
          chunkFileNames: '[name]-[hash].js',
          minify: true,
          codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: 'words', test: SHARED }] },
        },
      },
    },
  });
  const chunks = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
  const needed = new Set([...chunks.values()].filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (const name of needed) for (const other of chunks.get(name)?.imports ?? []) needed.add(other);
  return [...needed];
}

async function buildLoader(outDir: string, appFile: string): Promise<void> {
  await bundle({
    ...settings(outDir),
    define: { APP_FILE: JSON.stringify(appFile) },
    build: {
      ...settings(outDir).build,
      // As a library, so that the bundler leaves `import()` as it is. The name is for what it exports: nothing.
      lib: { entry: path.join(ROOT, 'src/loader/main.ts'), formats: ['iife'], name: 'foyerLoader', fileName: () => LOADER },
    },
  });
}

function settings(outDir: string): InlineConfig {
  return {
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', pure: false } },
    build: { outDir, emptyOutDir: false, target: TARGET, minify: true, modulePreload: false, reportCompressedSize: false },
  };
}

async function bundle(config: InlineConfig): Promise<Rollup.RollupOutput['output'][number][]> {
  const built = [await build({ ...config, mode: 'production' })].flat();
  return built.flatMap((one) => ('output' in one ? one.output : []));
}

/** What a loader of before names stays for one build more: browsers keep loaders for some minutes, and pages stay open. */
function putInPlace(workshop: string, sources: string, app: string[]): void {
  mkdirSync(DIST, { recursive: true });
  const files = readdirSync(workshop);
  const before = filesOfBefore();
  const later = files.filter((file) => file !== LOADER && !app.includes(file));
  rmSync(path.join(DIST, STAMP), { force: true });
  // The loader comes last: what it names is there by then.
  for (const file of [...app, ...later, LOADER]) {
    copyFileSync(path.join(workshop, file), path.join(DIST, `${file}.new`));
    renameSync(path.join(DIST, `${file}.new`), path.join(DIST, file));
  }
  for (const old of readdirSync(DIST)) {
    if (!files.includes(old) && !before.includes(old)) rmSync(path.join(DIST, old), { recursive: true });
  }
  writeFileSync(path.join(DIST, STAMP), JSON.stringify({ sources, loader: LOADER, app, later }));
}

function filesOfBefore(): string[] {
  try {
    const { app, later } = JSON.parse(readFileSync(path.join(DIST, STAMP), 'utf8')) as { app: string[]; later: string[] };
    return [...app, ...later];
  } catch {
    return [];
  }
}
