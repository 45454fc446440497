import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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

await main(process.argv[2] ?? '');

async function main(sources: string): Promise<void> {
  const workshop = path.join(ROOT, `.build-${process.pid}`);
  mkdirSync(workshop);
  try {
    const app = await buildApp(workshop);
    await buildLoader(workshop, app);
    putInPlace(workshop, sources);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

async function buildApp(outDir: string): Promise<string> {
  const output = await bundle({
    ...settings(outDir),
    build: {
      ...settings(outDir).build,
      rolldownOptions: {
        input: path.join(ROOT, 'src/app/start-app.ts'),
        preserveEntrySignatures: 'strict',
        output: { format: 'es', entryFileNames: 'app-[hash].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  const entry = output.find((file) => file.type === 'chunk' && file.isEntry);
  if (!entry) throw new Error('The build has no entry.');
  return entry.fileName;
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
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { outDir, emptyOutDir: false, target: TARGET, minify: true, modulePreload: false, reportCompressedSize: false },
  };
}

async function bundle(config: InlineConfig): Promise<Rollup.RollupOutput['output'][number][]> {
  const built = [await build({ ...config, mode: 'production' })].flat();
  return built.flatMap((one) => ('output' in one ? one.output : []));
}

/** A server that runs meanwhile finds every file that a loader of before or of now may name. */
function putInPlace(workshop: string, sources: string): void {
  mkdirSync(DIST, { recursive: true });
  const files = readdirSync(workshop);
  rmSync(path.join(DIST, STAMP), { force: true });
  for (const file of files.toSorted((one) => (one === LOADER ? 1 : -1))) copyFileSync(path.join(workshop, file), path.join(DIST, file));
  for (const old of readdirSync(DIST)) {
    if (!files.includes(old)) rmSync(path.join(DIST, old), { recursive: true });
  }
  writeFileSync(path.join(DIST, STAMP), JSON.stringify({ sources, files }));
}
