/** HWPX documents: the Korean office's open format (KS X 6101), a ZIP of XML. */
import { ExtractionFailure } from '../extractionFailure.ts';
import type { ExtractContext, Extractor } from '../extractor.ts';
import { splitPages } from '../text/splitPages.ts';
import { readHwpxChanges, readHwpxFacts } from './hwpx/package.ts';
import { openHwpxStories, readHwpxSection } from './hwpx/section.ts';
import { addEmbeddedParts } from './office/embeddedParts.ts';
import { type OfficePackage, openOfficePackage } from './office/officePackage.ts';
import { readPackageLocks } from './office/packageLocks.ts';
import { commentLines, openRemarkList } from './office/remarkList.ts';
import { unlockPackage } from './office/unlockPackage.ts';

const TEXT_PARTS =
  /^(mimetype|version\.xml|META-INF\/manifest\.xml|Contents\/[^/]+\.(xml|hpf)|Preview\/PrvText\.txt)$/i;
const MASTER_PAGES = /^Contents\/masterpage\d*\.xml$/i;
const EMBEDDED = {
  files: /^BinData\/[^/]+\.(?!(bmp|gif|jpe?g|png|tiff?|webp|wmf|emf|svg|pcx)$)[^./]+$/i,
  pictures: /^BinData\/[^/]+\.(bmp|gif|jpe?g|png|tiff?|webp|wmf|emf|svg|pcx)$/i,
};

export const extractHwpx: Extractor = async context => {
  const isText = (name: string) => TEXT_PARTS.test(name);
  const sealed = await openOfficePackage(context, isText);
  const locks = readPackageLocks(await sealed.read('META-INF/manifest.xml'));
  const pack = await unlockPackage(sealed, locks, { ...context, password: context.password, isNeeded: isText });
  const facts = await readHwpxFacts(pack);
  const stories = openHwpxStories();
  const body: string[] = [];
  for (const [index, path] of facts.sections.entries()) {
    const bytes = await pack.read(path);
    if (bytes === undefined) {
      context.warn(`Section ${index + 1} is missing from the document.`);
      continue;
    }
    const { text, isWhole } = readHwpxSection(bytes, stories);
    if (!isWhole) context.warn(`Section ${index + 1} ends in the middle; what follows is missing.`);
    body.push(text);
  }
  for (const name of pack.names.filter(name => MASTER_PAGES.test(name))) {
    const bytes = await pack.read(name);
    if (bytes !== undefined) readHwpxSection(bytes, stories);
  }
  const remarks = openRemarkList(context.warn);
  for (const { author, at, text } of stories.comments) remarks.add('comment', author, at, text);
  const listed = commentLines(remarks.result());
  const changes = await readHwpxChanges(pack);
  for (const { kind, id, text } of stories.changes) {
    const { author, at } = changes.get(id) ?? { author: '', at: '' };
    remarks.add(kind, author, at, text);
  }
  const text =
    body.length === 0
      ? await previewText(pack, context)
      : [
          [...stories.headers].join('\n'),
          // A section begins on a page of its own.
          body.join('\f'),
          stories.footnotes.join('\n'),
          stories.endnotes.join('\n'),
          listed.join('\n'),
          [...stories.footers].join('\n'),
        ]
          .filter(part => part.trim() !== '')
          .join('\n\n');
  for (const page of splitPages(text)) await context.addPage({ text: page });
  const [insertions, deletions] = [remarks.count('insertion'), remarks.count('deletion')];
  if (insertions + deletions > 0) {
    context.warn(
      `The document holds tracked changes (${insertions} insertions, ${deletions} deletions); the text is as if all were accepted.`,
    );
  }
  await addEmbeddedParts(pack, context, EMBEDDED);
  return {
    engine: 'probatum-hwpx',
    engineVersion: '1',
    title: facts.title,
    metadata: {
      ...facts.metadata,
      trackedInsertions: insertions > 0 ? String(insertions) : undefined,
      trackedDeletions: deletions > 0 ? String(deletions) : undefined,
      comments: listed.length > 0 ? String(listed.length) : undefined,
      protection: sealed === pack ? undefined : 'password',
    },
    remarks: remarks.result(),
  };
};

/** About the first page. */
async function previewText(pack: OfficePackage, { warn }: ExtractContext): Promise<string> {
  const bytes = await pack.read('Preview/PrvText.txt');
  if (bytes === undefined) {
    throw new ExtractionFailure('unreadable', 'The HWPX document is damaged: its text is missing.');
  }
  warn('The text of the document is missing. Shown is its preview, which holds only the beginning.');
  return new TextDecoder().decode(bytes);
}
