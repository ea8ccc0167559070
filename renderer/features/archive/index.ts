/** Archives: sealing a case for another team, and merging what another team sealed. */
export { ReceiveArchive } from './ReceiveArchive.tsx';
export { SealArchive } from './SealArchive.tsx';
