/** Imported first by a worker's entry, so that the seals hold before any other module runs. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sealFiles } from './fileSeal.ts';
import { sealNetwork } from './networkSeal.ts';

// Parsers write to the console what may be text of the document, and the streams behind it are files, which are sealed.
for (const name of Object.keys(console)) Reflect.set(console, name, () => {});
sealNetwork();
sealFiles(dirname(fileURLToPath(import.meta.url)));
