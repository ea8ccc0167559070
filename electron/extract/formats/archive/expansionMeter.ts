/** Counts what an archive really unpacks to, piece by piece, so that a bomb is noticed whatever sizes it states. */
import { ExtractionFailure } from '../../extractionFailure.ts';
import { checkExpansion, type ExtractLimits } from '../../limits.ts';
import type { ArchiveMember } from './members.ts';

export interface ExpansionMeter {
  /**
   * Passes the pieces on. @throws ExtractionFailure
   * @param packedBytes what they take in the archive
   * @param readBytes how much of that was read so far, where it can be told
   */
  measure(pieces: AsyncIterable<Uint8Array>, packedBytes: number, readBytes?: () => number): AsyncGenerator<Uint8Array>;
}

/** Honest files may begin with a long stretch of nothing: so much passes before the ratio so far is looked at. */
const GRACE_BYTES = 64 * 1024 * 1024;

export function openExpansionMeter(limits: ExtractLimits): ExpansionMeter {
  let total = 0;
  return {
    async *measure(pieces, packedBytes, readBytes = () => packedBytes) {
      let expanded = 0;
      for await (const piece of pieces) {
        expanded += piece.byteLength;
        total += piece.byteLength;
        const read = expanded > GRACE_BYTES ? Math.min(readBytes(), packedBytes) : packedBytes;
        checkExpansion(read, expanded, total, limits);
        yield piece;
      }
    },
  };
}

/** Refuses a bomb by what its directory states, before a byte is unpacked. */
export function checkStatedSizes(members: ArchiveMember[], limits: ExtractLimits): void {
  let total = 0;
  for (const { sizeBytes, packedBytes, obstacle } of members) {
    if (sizeBytes === null || obstacle !== null) continue;
    total += sizeBytes;
    checkExpansion(packedBytes ?? sizeBytes, sizeBytes, total, limits);
  }
}

export function checkMemberCount(count: number, limits: ExtractLimits): void {
  if (count <= limits.maxParts) return;
  throw new ExtractionFailure(
    'too-large',
    `The archive lists more than ${limits.maxParts} members (${count} so far); it was not unpacked.`,
  );
}
