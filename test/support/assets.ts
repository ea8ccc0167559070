/** The bundle that `build/bundle.mjs` made: the extractor, the viewer and the sample case as they ship. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const projectFolder = join(import.meta.dirname, '..', '..');

export function assetsFolder(): string {
  const dist = process.env['PROBATUM_DIST'] ?? join(projectFolder, 'dist');
  if (!existsSync(join(dist, 'extract', 'worker.js'))) throw new Error('dist/ is not built: run npm run build first');
  return dist;
}
