/** TAR, out of a file or out of a decompressor. */
import type { ExtractContext } from '../../extractor.ts';
import { checkMemberCount } from './expansionMeter.ts';
import { memberLabel, readNames } from './memberNames.ts';
import { type ArchiveMember, type MemberBytes, MemberProblem, type OpenArchive } from './members.ts';
import { nextTarEntry, paddedSize, type TarEntry } from './tarEntries.ts';
import { inputOfFile, inputOfStream, type TarInput } from './tarInput.ts';
import { utcTime } from './times.ts';

const CUT_MEMBER = 'The archive is cut short within it.';

/** A TAR file: only its headers are read for the list, and the members where they stand. */
export async function openTarFile(context: ExtractContext): Promise<OpenArchive> {
  const { source } = context;
  const entries = await listEntries(inputOfFile(source), context);
  return {
    engine: 'probatum-archive',
    format: 'TAR',
    members: membersOf(entries, context),
    // Its data have no checksum; what is there is whole.
    isTested: true,
    contents: () => contentsOf(inputOfFile(source)),
  };
}

/**
 * A compressed TAR: unpacked twice, first for the list and to see whether all of it can be read.
 * @param expand begins anew with each call
 */
export async function openTarStream(
  context: ExtractContext,
  format: string,
  expand: () => AsyncIterable<Uint8Array>,
): Promise<OpenArchive> {
  const stream = inputOfStream(expand());
  const entries = await listEntries(stream, context);
  await stream.close();
  return {
    engine: 'probatum-archive',
    format,
    members: membersOf(entries, context),
    isTested: true,
    contents: () => contentsOf(inputOfStream(expand())),
  };
}

async function listEntries(input: TarInput, { limits, warn }: ExtractContext): Promise<TarEntry[]> {
  const entries: TarEntry[] = [];
  try {
    for (;;) {
      const step = await nextTarEntry(input);
      if (step.kind === 'end') {
        if (step.problem !== null) warn(step.problem);
        return entries;
      }
      const { entry } = step;
      entries.push(entry);
      checkMemberCount(entries.length, limits);
      // Subtle: taken for damaged until its data were seen, so that an error on the way leaves it so.
      const { obstacle } = entry;
      entry.obstacle = obstacle ?? CUT_MEMBER;
      const skipped = await input.skip(paddedSize(entry.sizeBytes));
      if (skipped < entry.sizeBytes) {
        warn('The archive is cut short within its last member.');
        return entries;
      }
      entry.obstacle = obstacle;
    }
  } catch (error) {
    if (!(error instanceof MemberProblem) || entries.length === 0) throw error;
    warn('The compressed data are damaged; members after the damage could not be found.');
    return entries;
  }
}

async function* contentsOf(input: TarInput): AsyncGenerator<MemberBytes> {
  try {
    for (let index = 0; ; index += 1) {
      const step = await nextTarEntry(input);
      if (step.kind === 'end') return;
      const { sizeBytes } = step.entry;
      let taken = 0;
      yield {
        index,
        async *read() {
          for await (const piece of input.pieces(sizeBytes)) {
            taken += piece.byteLength;
            yield piece;
          }
        },
      };
      if ((await input.skip(paddedSize(sizeBytes) - taken)) < sizeBytes - taken) return;
    }
  } catch (error) {
    // Where the list ended as well, and said so.
    if (!(error instanceof MemberProblem)) throw error;
  }
}

function membersOf(entries: TarEntry[], context: ExtractContext): ArchiveMember[] {
  const { names, warning } = readNames(
    entries.map(entry => entry.name),
    context.encoding,
  );
  if (warning !== undefined) context.warn(warning);
  return entries.map((entry, index) => ({
    name: memberLabel(names[index] ?? '', index),
    isFolder: entry.isFolder,
    sizeBytes: entry.sizeBytes,
    packedBytes: null,
    modifiedAt: utcTime(entry.modifiedSeconds),
    obstacle: entry.obstacle,
  }));
}
