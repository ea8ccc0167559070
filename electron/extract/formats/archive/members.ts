/** What every kind of archive is brought to: its members as they are listed, and their bytes one after another. */

export interface ArchiveMember {
  /** As shown: decoded, folders separated by `/`, odd characters made visible. Never a path on any disk. */
  name: string;
  isFolder: boolean;
  /** As the archive states it; null where it does not. */
  sizeBytes: number | null;
  /** What it takes in the archive, where that can be told of one member. */
  packedBytes: number | null;
  /** ISO 8601 where the archive knows the zone, otherwise the bare local time. */
  modifiedAt: string | null;
  /** Why it cannot be taken out, as one plain sentence; null where nothing is in the way. */
  obstacle: string | null;
}

export interface MemberBytes {
  /** Into `members`. */
  index: number;
  /** From the beginning; may be called again only where the archive is not tested. @throws MemberProblem */
  read(): AsyncIterable<Uint8Array>;
}

export type ArchiveEngine = 'zip.js' | 'libarchive' | 'probatum-archive';

export interface OpenArchive {
  engine: ArchiveEngine;
  /** As people call it: ZIP, TAR, 7z. */
  format: string;
  members: ArchiveMember[];
  /** Every member was read to its end while the archive was listed, so that none can turn out to be damaged later. */
  isTested: boolean;
  /** In the order of the archive. Each must be dealt with before the next is asked for. */
  contents(): AsyncGenerator<MemberBytes>;
}

/** This member cannot be taken out; the others can. Its message is a sentence for people. */
export class MemberProblem extends Error {
  override readonly name = 'MemberProblem';
}

export const DAMAGED_MEMBER = 'Its data are damaged.';
export const UNREAD_METHOD = 'It is packed by a method that is not read here.';
export const LINK_MEMBER = 'It is a link to another file, which is not followed.';
export const DEVICE_MEMBER = 'It is a device or pipe and not a file.';
