// What the bundle consists of: one entry a process, and the syntax each process understands.
import { builtinModules } from 'node:module';
import path from 'node:path';
import { asShipped } from './asShipped.mjs';

/** The oldest runtime the code meets is Electron 33: Node 20.18 and Chrome 130. */
const NODE = 'node20.18';
const CHROME = 'chrome130';

/** Left as imports: Electron's own module, Node's, and the two with a native binary. */
const EXTERNAL = ['electron', /^electron\//, /^node:/, ...builtinModules, '@signalapp/sqlcipher', 'sodium-native'];

/** Name, entry (relative to the project) and Vite configuration of each part; `out` is the folder under dist/. */
export const targets = [
  { name: 'main', entry: 'electron/main/main.ts', out: 'main', config: nodeModule('main.js') },
  { name: 'core process', entry: 'electron/main/coreProcess.ts', out: 'main', config: nodeModule('core.js') },
  // A sandboxed preload script cannot be an ES module.
  { name: 'preload', entry: 'electron/preload/preload.ts', out: 'preload', config: nodeModule('preload.cjs', 'cjs') },
  { name: 'command line', entry: 'electron/cli/main.ts', out: 'cli', config: nodeModule('probatum.js') },
  { name: 'sealer', entry: 'electron/age/sealerThread.ts', out: 'age', config: nodeModule('sealerThread.js') },
  { name: 'ZIP thread', entry: 'electron/bag/zip/zipThread.ts', out: 'bag', config: nodeModule('zipThread.js') },
  // Split, so that a process that reads only mail never loads the reader of spreadsheets.
  {
    name: 'extractor',
    entry: 'electron/extract/nodeWorker.ts',
    out: 'extract',
    config: nodeModule('worker.js', 'es', true),
  },
  { name: 'window', entry: 'renderer/index.html', out: 'renderer', config: page },
  { name: 'reader frame', entry: 'renderer/reader/frame/index.html', out: 'reader', config: page },
  { name: 'bundle viewer', entry: 'renderer/bundleViewer/main.ts', out: 'viewer', config: classicScript },
];

/** A single file (or one with chunks beside it) for Node or Electron's main side, with everything in it but EXTERNAL. */
function nodeModule(file, format = 'es', codeSplitting = false) {
  return ({ entry, outDir, root }) => ({
    ...common(root),
    ssr: { target: 'node', noExternal: true },
    resolve: { conditions: ['node', 'import', 'module', 'default'] },
    build: {
      ...commonBuild(outDir, NODE),
      // Several node parts may share one folder.
      emptyOutDir: false,
      ssr: path.join(root, entry),
      copyPublicDir: false,
      minify: false,
      rolldownOptions: {
        external: EXTERNAL,
        platform: 'node',
        output: {
          format,
          entryFileNames: file,
          chunkFileNames: '[name]-[hash].js',
          codeSplitting: codeSplitting ? undefined : false,
        },
      },
    },
  });
}

/** A page served by our own protocol under a content security policy that allows no inline script and no foreign address. */
async function page({ entry, outDir, root }) {
  const { default: react } = await import('@vitejs/plugin-react');
  return {
    ...common(path.join(root, path.dirname(entry))),
    plugins: [asShipped(), react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      ...commonBuild(outDir, CHROME),
      emptyOutDir: true,
      // The polyfill is an inline script, which the policy forbids; Chrome 130 preloads by itself.
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 8_000,
      rolldownOptions: {
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', assetFileNames: assetName },
      },
    },
  };
}

/** One classic script and one stylesheet: modules do not load from file://, where a reviewer opens a bundle. */
function classicScript({ entry, outDir, root }) {
  return {
    ...common(root),
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      ...commonBuild(outDir, CHROME),
      emptyOutDir: true,
      cssCodeSplit: false,
      modulePreload: false,
      // Nothing can be fetched beside the script there: fonts and pictures travel inside it.
      assetsInlineLimit: 10_000_000,
      chunkSizeWarningLimit: 8_000,
      rolldownOptions: {
        input: path.join(root, entry),
        // pdf.js asks import.meta.url only in Node; a classic script has none.
        transform: { define: { 'import.meta': '{}' } },
        output: {
          format: 'iife',
          name: 'probatumViewer',
          entryFileNames: 'viewer.js',
          assetFileNames: viewerAssetName,
          codeSplitting: false,
        },
      },
    },
  };
}

function viewerAssetName({ names }) {
  return names.some(name => name.endsWith('.css')) ? 'viewer.css' : '[name][extname]';
}

function assetName({ names }) {
  return names.some(name => name.endsWith('.css')) ? '[name][extname]' : 'assets/[name]-[hash][extname]';
}

function common(root) {
  return {
    root,
    configFile: false,
    envDir: false,
    base: './',
    publicDir: false,
    mode: 'production',
    logLevel: 'warn',
    clearScreen: false,
    plugins: [asShipped()],
  };
}

function commonBuild(outDir, target) {
  return {
    outDir,
    target,
    assetsInlineLimit: 0,
    sourcemap: false,
    reportCompressedSize: false,
    // Names and contents follow from the sources alone: the same sources make the same bytes.
    manifest: false,
  };
}
