/** RTF: words in the code page of each font, notes, comments and tracked changes, pictures and embedded files as parts. */
import { cleanLine } from '../cleanText.ts';
import type { ExtractContext, Extractor } from '../extractor.ts';
import { splitPages } from '../text/splitPages.ts';
import { tellRemoteFiles } from './office/relationships.ts';
import { commentLines, openRemarkList } from './office/remarkList.ts';
import { type RtfDocument, readRtf } from './rtf/rtfReader.ts';

/** Some writers end a file with NULs or line ends; more than that is something else that was hidden behind it. */
const MAX_TAIL_BYTES = 512;

export const extractRtf: Extractor = async context => {
  const bytes = await context.source.readAll();
  const remarks = openRemarkList(context.warn);
  const document = readRtf(bytes.subarray(markBytes(bytes)), remarks);
  const found = remarks.result();
  const text = [
    [...document.headers].join('\n'),
    document.body,
    document.notes.join('\n'),
    commentLines(found).join('\n'),
    [...document.footers].join('\n'),
  ].filter(part => part.trim() !== '');
  for (const page of splitPages(text.join('\n\n'))) await context.addPage({ text: page });
  await addParts(document, context);
  tellWhatIsUnseen(document, bytes.byteLength, context);
  const { title, ...metadata } = document.metadata;
  const { insertions, deletions } = document.changes;
  const comments = found.filter(remark => remark.kind === 'comment').length;
  return {
    engine: 'probatum-rtf',
    engineVersion: '1',
    title: title ?? null,
    metadata: {
      ...metadata,
      trackedInsertions: insertions > 0 ? String(insertions) : undefined,
      trackedDeletions: deletions > 0 ? String(deletions) : undefined,
      comments: comments > 0 ? String(comments) : undefined,
      links: [...document.links].slice(0, 50).join(' ') || undefined,
    },
    remarks: found,
  };
};

/** White space and a byte order mark may stand before the first group. */
function markBytes(bytes: Uint8Array): number {
  const start = bytes.subarray(0, 4096).indexOf(0x7b);
  return Math.max(0, start);
}

async function addParts({ parts }: RtfDocument, context: ExtractContext): Promise<void> {
  if (parts.length > 0 && context.depth >= context.limits.maxNestingDepth) {
    context.warn(
      `The document holds ${parts.length} embedded files, but lies ${context.depth} levels deep itself; they were not unpacked.`,
    );
    return;
  }
  for (const part of parts) await context.addPart(part);
}

function tellWhatIsUnseen(document: RtfDocument, sizeBytes: number, { warn }: ExtractContext): void {
  const { insertions, deletions } = document.changes;
  if (!document.isWhole) warn('The document ends in the middle; what follows is missing.');
  if (insertions + deletions > 0)
    warn(
      `The document holds tracked changes (${insertions} insertions, ${deletions} deletions); the text is as if all were accepted.`,
    );
  if (document.hasHiddenWords)
    warn('The document holds hidden words, which are not shown; they are part of the text here.');
  if (document.unknownObjects.length > 0)
    warn(
      `The document holds objects that could not be taken out (${document.unknownObjects.length}): ${cleanLine(document.unknownObjects.slice(0, 5).join(', '), 200) || 'of no known kind'}.`,
    );
  if (document.smallPictures > 0)
    warn(
      `Pictures that are smaller than 2 KB, or in a form that is no file by itself, were left in the document (${document.smallPictures}).`,
    );
  tellRemoteFiles([...document.remote], warn);
  const tail = sizeBytes - document.end;
  if (document.isWhole && tail > MAX_TAIL_BYTES)
    warn(`Behind the end of the document lie ${tail} more bytes, which no program shows.`);
}
