/**
 * Turns an opened archive into parts, a listing and a structure. A member that is damaged is left out with its reason
 * and the others are taken; a member is handed on only when it was read whole, so that no part is a piece of one.
 */

import type { ArchiveStructure } from '../../../../shared/domain/extraction.ts';
import { ExtractionFailure } from '../../extractionFailure.ts';
import type { ExtractContext, ExtractorResult } from '../../extractor.ts';
import { checkMemberCount, checkStatedSizes, openExpansionMeter } from './expansionMeter.ts';
import { addListing } from './listing.ts';
import { nameWarnings } from './memberNames.ts';
import { type ArchiveMember, DAMAGED_MEMBER, type MemberBytes, MemberProblem, type OpenArchive } from './members.ts';

/** A member is held up to here while it is tested; a larger one is read twice instead. */
const HELD_BYTES = 8 * 1024 * 1024;
const MAX_LEFT_OUT = 1000;
const UNKNOWN_TYPE = 'application/octet-stream';

export async function unpackArchive(
  archive: OpenArchive,
  context: ExtractContext,
): Promise<Pick<ExtractorResult, 'metadata'> & { structure: ArchiveStructure }> {
  const { members, format } = archive;
  const { limits, depth } = context;
  const files = members.filter(member => !member.isFolder);
  checkMemberCount(files.length, limits);
  checkStatedSizes(members, limits);
  for (const sentence of nameWarnings(members.map(member => member.name))) context.warn(sentence);
  const isTooDeep = depth >= limits.maxNestingDepth && files.length > 0;
  if (isTooDeep) {
    context.warn(`The archive lies ${depth} levels deep in others; its members are listed and were not unpacked.`);
  }
  const notes = isTooDeep ? new Map<number, string>() : await takeMembers(archive, context);
  await addListing(
    members.map((member, index) => ({ ...member, note: notes.get(index) ?? member.obstacle ?? '' })),
    context,
  );
  const leftOut = members.flatMap((member, index) => {
    const reason = notes.get(index) ?? member.obstacle;
    return reason === null || member.isFolder ? [] : [{ name: member.name, reason }];
  });
  if (leftOut.length > 0) {
    const [number, were] = leftOut.length === 1 ? ['One member', 'was'] : [`${leftOut.length} members`, 'were'];
    context.warn(`${number} of ${files.length} ${were} not unpacked; the listing says why.`);
  }
  return {
    structure: { kind: 'archive', format, memberCount: files.length, leftOut: shortened(leftOut) },
    metadata: { format, members: String(files.length) },
  };
}

/** Answers a note for each member that could not be taken. */
async function takeMembers(archive: OpenArchive, context: ExtractContext): Promise<Map<number, string>> {
  const { limits } = context;
  const notes = new Map<number, string>();
  const meter = openExpansionMeter(limits);
  const companions = macCompanions(archive.members);
  for await (const content of archive.contents()) {
    const { index } = content;
    const member = archive.members[index];
    if (member === undefined || member.isFolder || member.obstacle !== null) continue;
    if (companions.has(index)) {
      notes.set(index, 'It holds only what macOS keeps beside a file; it stays in the archive.');
      continue;
    }
    try {
      if (member.sizeBytes !== null && member.sizeBytes > limits.maxPartBytes)
        throw tooLargeMember(limits.maxPartBytes);
      const packedBytes = member.packedBytes ?? context.source.sizeBytes;
      const measured = meter.measure(content.read(), packedBytes);
      const bytes = archive.isTested ? measured : await testMember(content, measured, limits.maxPartBytes);
      await addMember(member, bytes, context);
    } catch (error) {
      if (error instanceof ExtractionFailure || archive.isTested) throw error;
      notes.set(index, error instanceof MemberProblem ? error.message : DAMAGED_MEMBER);
    }
  }
  return notes;
}

async function addMember(
  { name, modifiedAt }: ArchiveMember,
  bytes: AsyncIterable<Uint8Array>,
  context: ExtractContext,
): Promise<void> {
  await context.addPart({ name, mediaType: UNKNOWN_TYPE, disposition: 'member', modifiedAt, bytes });
}

/** Reads it to its end, which checks its data; what comes back will not fail. */
async function testMember(
  content: MemberBytes,
  measured: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<AsyncIterable<Uint8Array>> {
  let held: Uint8Array[] | null = [];
  let sizeBytes = 0;
  for await (const piece of measured) {
    sizeBytes += piece.byteLength;
    if (sizeBytes > maxBytes) throw tooLargeMember(maxBytes);
    if (sizeBytes > HELD_BYTES) held = null;
    held?.push(piece.slice());
  }
  return held === null ? content.read() : all(held);
}

async function* all(pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

export function tooLargeMember(maxBytes: number): MemberProblem {
  return new MemberProblem(`It is larger than ${Math.floor(maxBytes / (1024 * 1024))} MiB.`);
}

/**
 * Resource forks and Finder data that macOS packs beside each file, and its window settings. Thumbs.db is no such thing:
 * its pictures may be all that is left of files.
 */
function macCompanions(members: readonly ArchiveMember[]): Set<number> {
  const names = new Set(members.map(member => member.name));
  const found = new Set<number>();
  for (const [index, { name }] of members.entries()) {
    const [, folder = '', base = ''] = /^(.*\/)?([^/]*)$/s.exec(name) ?? [];
    const original = base.startsWith('._') ? base.slice(2) : null;
    const isBeside = original !== null && (names.has(folder + original) || /^(.*\/)?__MACOSX\//.test(folder));
    if (isBeside || base === '.DS_Store') found.add(index);
  }
  return found;
}

function shortened(leftOut: { name: string; reason: string }[]): { name: string; reason: string }[] {
  if (leftOut.length <= MAX_LEFT_OUT) return leftOut;
  const more = leftOut.length - MAX_LEFT_OUT + 1;
  return [...leftOut.slice(0, MAX_LEFT_OUT - 1), { name: '…', reason: `${more} more stand in the listing.` }];
}
