import type { GrantUse } from '../ipc/pathGrants.ts';
import type { Printout } from '../jobs/tools.ts';

/** What main and the core's process say to each other; ports travel beside the messages. */
export type ToCore =
  | { type: 'window' }
  | { type: 'extractor'; id: string }
  | { type: 'extractor-ended'; id: string; code: number }
  | { type: 'grant'; grant: string; path: string; use: GrantUse }
  | { type: 'printed'; id: string; pdf?: Uint8Array; problem?: string }
  | { type: 'lock'; reason: string }
  | { type: 'end' };

export type FromCore =
  | { type: 'start-extractor'; id: string }
  | { type: 'end-extractor'; id: string }
  | { type: 'print-pdf'; id: string; printout: Printout }
  | { type: 'state'; state: string };
