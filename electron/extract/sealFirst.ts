/** Imported first by a worker's entry, so that the seals hold before any other module runs. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sealFiles } from './fileSeal.ts';
import { sealNetwork } from './networkSeal.ts';

sealNetwork();
sealFiles(dirname(fileURLToPath(import.meta.url)));
