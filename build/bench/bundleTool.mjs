// Bundles a measuring tool together with the core's own sources: plain Node reads neither their SQL nor their imports.
import path from 'node:path';
import { cacheDir, projectRoot } from '../paths.mjs';
import { targets } from '../vite/targets.mjs';

/** Builds `build/<name>/<name>.ts` as the command line is built, and answers the file to run. It takes less than a second. */
export async function bundleTool(name) {
  const { build } = await import('vite');
  const likeCommandLine = targets.find(target => target.name === 'command line');
  const outDir = path.join(cacheDir, name);
  const config = await likeCommandLine.config({ entry: `build/${name}/${name}.ts`, outDir, root: projectRoot });
  const { rolldownOptions } = config.build;
  rolldownOptions.output.entryFileNames = `${name}.js`;
  // pdf.js looks for its worker beside itself.
  rolldownOptions.external = [...rolldownOptions.external, /^pdfjs-dist\//];
  const nodeEnv = process.env.NODE_ENV;
  await build(config);
  if (nodeEnv === undefined) delete process.env.NODE_ENV;
  return path.join(outDir, `${name}.js`);
}
