/**
 * Word documents: the words in reading order with the numbers of lists, text boxes, notes, headers and footers; comments
 * and tracked changes as remarks; embedded files and pictures as parts. Only parts that hold text are inflated for it.
 */
import { ExtractionFailure } from '../extractionFailure.ts';
import type { Extractor } from '../extractor.ts';
import { splitPages } from '../text/splitPages.ts';
import { readNumberedStyles, readNumbering } from './docx/numbering.ts';
import { readStory, type Story, type StoryContext } from './docx/story.ts';
import { openTrackedChanges } from './docx/trackedChanges.ts';
import { drawnTexts } from './office/drawnText.ts';
import { addEmbeddedParts } from './office/embeddedParts.ts';
import { type OfficePackage, openOfficePackage } from './office/officePackage.ts';
import { readOfficeProperties } from './office/officeProperties.ts';
import { findMainPart, tellExternalTargets, tellRemoteFiles } from './office/relationships.ts';
import { commentLines, openRemarkList } from './office/remarkList.ts';
import { tellUnseenWords } from './office/unseenWords.ts';

const TEXT_PARTS = /^(\[Content_Types\]\.xml|docProps\/[^/]+\.xml|word\/.+\.xml|(.*\/)?_rels\/[^/]*\.rels)$/i;
const MARGIN_PARTS = /^word\/(header|footer)\d*\.xml$/i;
/** Files that were put into the document; they become child exhibits. */
const EMBEDDED = {
  files: /^word\/(embeddings\/[^/]+|afchunk[^/]*|[^/]+\.(html?|mht|rtf|docx|txt))$/i,
  pictures: /^word\/media\/[^/]+$/i,
};
const MAX_LISTED_LINKS = 50;

export const extractDocx: Extractor = async context => {
  const pack = await openOfficePackage(context, name => TEXT_PARTS.test(name));
  const main = await findMainPart(pack, /^word\/document\d*\.xml$/i);
  const body = main === undefined ? undefined : await pack.read(main);
  if (main === undefined || body === undefined) {
    throw new ExtractionFailure('unreadable', 'The Word document is damaged: its text is missing.');
  }
  const remarks = openRemarkList(context.warn);
  const changes = openTrackedChanges(remarks);
  const styles = readNumberedStyles(await pack.read('word/styles.xml'));
  const numberingXml = await pack.read('word/numbering.xml');
  const shared = {
    changes,
    links: new Set<string>(),
    remote: new Set<string>(),
    noteMarks: new Map<string, string>(),
    hidden: { words: false, symbols: 0 },
  };
  const storyContext = async (part: string): Promise<StoryContext> => ({
    ...shared,
    numbering: readNumbering(numberingXml, styles),
    drawn: await drawnTexts(pack, part),
  });
  const story = readStory(body, await storyContext(main));
  if (!story.isWhole) context.warn('The document ends in the middle; what follows is missing.');
  const notes = await readNotes(pack, storyContext, shared.noteMarks);
  const margins = await readMargins(pack, storyContext);
  for (const { text, attributes } of (await readItems(pack, 'word/comments.xml', storyContext)).values())
    remarks.add('comment', attributes['w:author'] ?? '', attributes['w:date'] ?? '', text);
  const listed = remarks.result();
  const text = [margins.header, story.text, notes.join('\n'), commentLines(listed).join('\n'), margins.footer];
  for (const page of splitPages(text.filter(part => part !== '').join('\n\n'))) await context.addPage({ text: page });
  await addEmbeddedParts(pack, context, EMBEDDED);

  const counts = changes.counts();
  tellUnseenWords({ ...counts, hidden: shared.hidden }, context.warn);
  if (pack.names.some(name => /(^|\/)vbaProject\.bin$/i.test(name)))
    context.warn('The document holds macros; they were not run.');
  for (const link of await tellExternalTargets(pack, context.warn)) shared.links.add(link);
  tellRemoteFiles([...shared.remote], context.warn);
  const { title, metadata } = await readOfficeProperties(pack);
  const comments = listed.filter(remark => remark.kind === 'comment').length;
  return {
    engine: 'probatum-docx',
    engineVersion: '1',
    title,
    metadata: {
      ...metadata,
      trackedInsertions: counted(counts.insertions),
      trackedDeletions: counted(counts.deletions),
      comments: counted(comments),
      links: [...shared.links].slice(0, MAX_LISTED_LINKS).join(' ') || undefined,
    },
    remarks: listed,
  };
};

function counted(count: number): string | undefined {
  return count > 0 ? String(count) : undefined;
}

async function readItems(
  pack: OfficePackage,
  part: string,
  storyContext: (part: string) => Promise<StoryContext>,
): Promise<Story['items']> {
  const bytes = await pack.read(part);
  return bytes === undefined ? new Map() : readStory(bytes, await storyContext(part)).items;
}

/** Footnotes and endnotes in the order of their marks; a note without a mark in the text is there as well. */
async function readNotes(
  pack: OfficePackage,
  storyContext: (part: string) => Promise<StoryContext>,
  marks: ReadonlyMap<string, string>,
): Promise<string[]> {
  const lines: string[] = [];
  for (const kind of ['footnote', 'endnote']) {
    const items = await readItems(pack, `word/${kind}s.xml`, storyContext);
    const notes = [...items].filter(([, { text, attributes }]) => text !== '' && !isSeparator(attributes['w:type']));
    const order = [...marks.keys()];
    notes.sort(([a], [b]) => rank(order, `${kind} ${a}`) - rank(order, `${kind} ${b}`));
    for (const [id, { text }] of notes) {
      const mark = marks.get(`${kind} ${id}`);
      lines.push(mark === undefined ? text : `[${mark}] ${text.trim()}`);
    }
  }
  return lines;
}

function isSeparator(type: string | undefined): boolean {
  return type !== undefined && type !== 'normal';
}

function rank(order: readonly string[], key: string): number {
  const at = order.indexOf(key);
  return at < 0 ? order.length : at;
}

/** Letterheads and page footers, each distinct text once. */
async function readMargins(
  pack: OfficePackage,
  storyContext: (part: string) => Promise<StoryContext>,
): Promise<{ header: string; footer: string }> {
  const found = { header: new Set<string>(), footer: new Set<string>() };
  for (const name of pack.names) {
    const kind = MARGIN_PARTS.exec(name)?.[1]?.toLowerCase();
    const bytes = kind === undefined ? undefined : await pack.read(name);
    if (bytes === undefined) continue;
    const { text } = readStory(bytes, await storyContext(name));
    if (text.trim() !== '') found[kind === 'header' ? 'header' : 'footer'].add(text.trim());
  }
  return { header: [...found.header].join('\n'), footer: [...found.footer].join('\n') };
}
