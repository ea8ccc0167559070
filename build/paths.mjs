// Where things are: the checkout, its node_modules and its git-ignored cache.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const nodeModules = path.join(projectRoot, 'node_modules');
/** Git-ignored; holds only what can be fetched or made again. */
export const cacheDir = path.join(projectRoot, '.cache');

/** A path inside the checkout. */
export function inProject(...parts) {
  return path.join(projectRoot, ...parts);
}
