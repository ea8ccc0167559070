/** PPTX and PPSX presentations: a page for each slide, with its notes and its comments; hidden slides are read and told. */
import { ExtractionFailure } from '../extractionFailure.ts';
import type { Extractor } from '../extractor.ts';
import type { OutlineEntry } from '../../../shared/domain/extraction.ts';
import { walkXml } from '../text/xmlWalk.ts';
import { drawnTexts } from './office/drawnText.ts';
import { addEmbeddedParts } from './office/embeddedParts.ts';
import { type OfficePackage, openOfficePackage } from './office/officePackage.ts';
import { readOfficeProperties } from './office/officeProperties.ts';
import { findMainPart, readRelationships, tellExternalTargets } from './office/relationships.ts';
import { commentLines, openRemarkList } from './office/remarkList.ts';
import { EVERY_PLACEHOLDER, readSlide } from './slides/slide.ts';
import { readCommentAuthors, readSlideComments } from './slides/slideComments.ts';

const TEXT_PARTS = /^(docProps\/[^/]+\.xml|ppt\/.+\.xml|(.*\/)?_rels\/[^/]*\.rels)$/i;
const EMBEDDED = { files: /^ppt\/embeddings\/[^/]+$/i, pictures: /^ppt\/media\/[^/]+$/i };
const NOTHING: ReadonlySet<string> = new Set();
/** A notes page repeats the picture and the number of its slide. */
const NOT_NOTES: ReadonlySet<string> = new Set(['sldImg', 'sldNum', 'hdr', 'ftr', 'dt']);
const ONLY_FIXED: ReadonlySet<string> = new Set([EVERY_PLACEHOLDER]);

export const extractSlides: Extractor = async context => {
  const pack = await openOfficePackage(context, name => TEXT_PARTS.test(name));
  const main = await findMainPart(pack, /^ppt\/presentation\.xml$/i);
  const presentation = main === undefined ? undefined : await pack.read(main);
  if (main === undefined || presentation === undefined)
    throw new ExtractionFailure('unreadable', 'The presentation is damaged: the list of its slides is missing.');
  const remarks = openRemarkList(context.warn);
  const authors = await readCommentAuthors(pack);
  const outline: OutlineEntry[] = [];
  const hidden: number[] = [];
  let pageIndex = 0;
  for (const part of await slideParts(pack, main, presentation)) {
    const number = pageIndex + 1;
    const bytes = await pack.read(part);
    if (bytes === undefined) {
      context.warn(`Slide ${number} is missing from the presentation.`);
      await context.addPage({ text: '', method: 'none' });
      pageIndex += 1;
      continue;
    }
    const before = remarks.result().length;
    await readSlideComments(pack, part, { place: `Slide ${number}`, authors, remarks });
    const slide = readSlide(bytes, { drawn: await drawnTexts(pack, part), leaveOut: NOTHING });
    if (!slide.isWhole) context.warn(`Slide ${number} ends in the middle; what follows is missing.`);
    if (slide.isHidden) hidden.push(number);
    const notes = await notesOf(pack, part);
    const text = [
      slide.isHidden ? '[Hidden slide]' : '',
      slide.text,
      notes === '' ? '' : `[Notes] ${notes}`,
      ...commentLines(remarks.result().slice(before)),
    ];
    await context.addPage({ text: text.filter(one => one.trim() !== '').join('\n\n') });
    if (slide.title !== '')
      outline.push({ title: slide.title.replace(/\s+/g, ' ').slice(0, 500), pageIndex, level: 0 });
    pageIndex += 1;
  }
  if (hidden.length > 0)
    context.warn(
      `The presentation hides ${hidden.length === 1 ? 'slide' : 'slides'} ${hidden.slice(0, 50).join(', ')}; ${hidden.length === 1 ? 'it was' : 'they were'} read like the others.`,
    );
  const fixed = await fixedWords(pack);
  if (fixed !== '') await context.addPage({ label: 'Master', text: fixed });
  await addEmbeddedParts(pack, context, EMBEDDED);
  const links = await tellExternalTargets(pack, context.warn);
  if (pack.names.some(name => /(^|\/)vbaProject\.bin$/i.test(name)))
    context.warn('The presentation holds macros; they were not run.');
  const { title, metadata } = await readOfficeProperties(pack);
  const found = remarks.result();
  return {
    engine: 'probatum-slides',
    engineVersion: '1',
    title,
    outline: outline.slice(0, 10_000),
    metadata: {
      ...metadata,
      slides: String(pageIndex),
      comments: found.length > 0 ? String(found.length) : undefined,
      links: links.slice(0, 50).join(' ') || undefined,
    },
    remarks: found,
  };
};

/** In the order of showing; the names of the parts say nothing about it. */
async function slideParts(pack: OfficePackage, main: string, presentation: Uint8Array): Promise<string[]> {
  const targets = new Map((await readRelationships(pack, main)).map(one => [one.id, one.target]));
  const parts: string[] = [];
  walkXml(presentation, {
    open(name, attributes) {
      if (name !== 'p:sldId') return;
      const target = targets.get(attributes['r:id'] ?? '');
      if (target !== undefined) parts.push(target);
    },
  });
  return parts;
}

async function notesOf(pack: OfficePackage, part: string): Promise<string> {
  const target = (await readRelationships(pack, part)).find(one => one.type === 'notesSlide')?.target;
  const bytes = target === undefined ? undefined : await pack.read(target);
  return bytes === undefined ? '' : readSlide(bytes, { drawn: new Map(), leaveOut: NOT_NOTES }).text.trim();
}

/** Words that masters and layouts put on every slide (a letterhead, a classification), each once. */
async function fixedWords(pack: OfficePackage): Promise<string> {
  const found = new Set<string>();
  for (const name of pack.names) {
    if (!/^ppt\/(slideMasters|slideLayouts)\/[^/]+\.xml$/i.test(name)) continue;
    const bytes = await pack.read(name);
    const text = bytes === undefined ? '' : readSlide(bytes, { drawn: new Map(), leaveOut: ONLY_FIXED }).text.trim();
    if (text !== '') found.add(text);
  }
  return [...found].join('\n\n');
}
