/** Archives as folders: each member becomes a part, and the directory the archive's own page. */
import type { ExtractContext, Extractor, ExtractorResult } from '../extractor.ts';
import { damagedFile, openCompressed } from './archive/compressed.ts';
import { type ArchiveEngine, MemberProblem, type OpenArchive } from './archive/members.ts';
import { openSolid } from './archive/solid.ts';
import { openTarFile } from './archive/tar.ts';
import { unpackArchive } from './archive/unpack.ts';

const VERSIONS: Record<ArchiveEngine, string> = { 'zip.js': '2.24.0', libarchive: '3.7.7', 'probatum-archive': '1' };

function archiveExtractor(open: (context: ExtractContext) => Promise<OpenArchive>): Extractor {
  return async context => {
    const archive = await open(context);
    return describe(archive, await unpackArchive(archive, context));
  };
}

function describe<Result>({ engine }: OpenArchive, result: Result) {
  return { engine, engineVersion: VERSIONS[engine], ...result } satisfies ExtractorResult;
}

export const extractZip = archiveExtractor(async context => {
  // Loaded here, so that a process that only unpacks TARs never loads it.
  const { openZip } = await import('./archive/zip.ts');
  return openZip(context);
});

export const extractTar = archiveExtractor(openTarFile);
export const extractSolidArchive = archiveExtractor(openSolid);

export const extractCompressed: Extractor = async context => {
  const archive = await openCompressed(context);
  try {
    const result = await unpackArchive(archive, context);
    const isEmpty = result.structure.memberCount === 1 && result.structure.leftOut.length === 1;
    // A single file that is damaged is all there was; a TAR of one member at least shows its name.
    if (isEmpty && !archive.format.startsWith('TAR.')) throw damagedFile();
    return describe(archive, result);
  } catch (error) {
    throw error instanceof MemberProblem ? damagedFile() : error;
  }
};
