// A fingerprint of everything a bundle is made from; equal fingerprints, equal bundles.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'build/vite',
  'build/sample',
  'build/bundle.mjs',
  'package-lock.json',
  'tsconfig.json',
];

/** Hashes paths and contents of the sources, in an order that does not depend on the machine. */
export function sourceStamp(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesUnder(path.join(root, source))) {
      const digest = createHash('sha256').update(fs.readFileSync(file)).digest('hex');
      hash.update(`${path.relative(root, file).split(path.sep).join('/')} ${digest}\n`);
    }
  }
  return hash.digest('hex');
}

function filesUnder(place) {
  const about = fs.statSync(place, { throwIfNoEntry: false });
  if (!about) return [];
  if (about.isFile()) return [place];
  return fs
    .readdirSync(place)
    .sort()
    .flatMap(name => filesUnder(path.join(place, name)));
}
