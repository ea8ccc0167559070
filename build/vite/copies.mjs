// What goes into dist/ as it is: pdf.js's own data, PDFium's WebAssembly, the sample case, data and migrations.
import fs from 'node:fs';
import path from 'node:path';
import { inProject } from '../paths.mjs';

const SHIPPED_FILES = JSON.parse(fs.readFileSync(inProject('electron/extract/shippedFiles.json'), 'utf8'));

/** From (relative to the project) and to (under dist/); `filter` picks by name. */
export const copies = [
  ...Object.entries(SHIPPED_FILES).map(([name, from]) => ({ from, to: `extract/${name}` })),
  { from: 'node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs', to: 'reader/pdf.worker.mjs' },
  { from: 'node_modules/pdfjs-dist/cmaps', to: 'reader/cmaps' },
  { from: 'node_modules/pdfjs-dist/standard_fonts', to: 'reader/standard_fonts' },
  { from: 'node_modules/pdfjs-dist/wasm', to: 'reader/wasm' },
  { from: 'node_modules/pdfjs-dist/iccs', to: 'reader/iccs' },
  {
    from: 'node_modules/@fontsource/source-serif-4',
    to: 'print-fonts/source-serif-4',
    filter: name => /^(400|700)(-italic)?\.css$|-(400|700)-(normal|italic)\.woff2$/.test(name),
  },
  {
    from: 'node_modules/@fontsource/noto-serif-kr',
    to: 'print-fonts/noto-serif-kr',
    filter: name => /^400\.css$|-400-normal\.woff2$/.test(name),
  },
  {
    from: 'node_modules/@fontsource/source-code-pro',
    to: 'print-fonts/source-code-pro',
    filter: name => /^400\.css$|-400-normal\.woff2$/.test(name),
  },
  { from: 'node_modules/world-atlas/countries-50m.json', to: 'coasts/countries-50m.json' },
  { from: 'build/sample', to: 'sample', filter: name => !/\.(mjs|md)$/.test(name) },
  { from: 'shared/data', to: 'data', filter: name => !/\.(ts|md)$/.test(name) },
  { from: 'electron/db/migrations', to: 'migrations', filter: name => name.endsWith('.sql') },
];

/** Copies one of them if it is there; answers whether it was. */
export function copyInto(dist, root, { from, to, filter = () => true }) {
  const source = path.join(root, from);
  if (!fs.existsSync(source)) return false;
  fs.cpSync(source, path.join(dist, to), {
    recursive: true,
    filter: file => fs.statSync(file).isDirectory() || filter(path.basename(file)),
  });
  return true;
}
