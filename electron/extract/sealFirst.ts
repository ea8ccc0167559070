/** Imported first by a worker's entry, so that the seal holds before any other module runs. */
import { sealNetwork } from './networkSeal.ts';

sealNetwork();
