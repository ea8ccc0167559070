/** PowerPoint presentations of the old format (97 to 2003): a page for each slide, with its notes below its words. */
import { openCompoundFile } from '../cfb.ts';
import { viewOf } from '../cfbSectors.ts';
import type { ExtractContext, Extractor, ExtractorResult } from '../extractor.ts';
import { splitPages } from '../text/splitPages.ts';
import { commentLines, openRemarkList, type RemarkList } from './office/remarkList.ts';
import { addEmbeddedFiles } from './ole/embedded.ts';
import { openInflater } from './ole/inflate.ts';
import { macroWarning, namesOfModules, sayMacros } from './ole/macros.ts';
import { readProperties } from './ole/propertySets.ts';
import { openPresentation, type Presentation } from './ppt/presentation.ts';
import { type PptRecord, RECORD, recordsBelow, recordText } from './ppt/records.ts';
import {
  isHiddenSlide,
  margins,
  masterTexts,
  SLIDE_LIST,
  slideComments,
  slideIds,
  slidePlaces,
  slideTexts,
} from './ppt/slides.ts';

export const extractPpt: Extractor = async context => {
  const file = await openCompoundFile(context.source, context.warn);
  const presentation = await openPresentation(file, context.password);
  const remarks = openRemarkList(context.warn);
  const slides =
    presentation.document === null
      ? await addLooseTexts(presentation, context)
      : await addSlides(presentation, presentation.document, context, remarks);
  const objects = readObjects(presentation, context);
  await addEmbeddedFiles(objects.files, context);
  const modules = await namesOfModules(objects.macros);
  const macros = modules.length > 0 ? sayMacros(modules) : macroWarning(file);
  if (macros !== null) context.warn(macros);
  const { title, ...metadata } = await readProperties(file);
  return {
    engine: 'probatum-ppt',
    engineVersion: '1',
    title,
    metadata: {
      ...metadata,
      slides: slides > 0 ? String(slides) : undefined,
      comments: remarks.count('comment') > 0 ? String(remarks.count('comment')) : undefined,
    },
    remarks: remarks.result(),
  } satisfies ExtractorResult;
};

async function addSlides(
  presentation: Presentation,
  document: PptRecord,
  context: ExtractContext,
  remarks: RemarkList,
): Promise<number> {
  const notesPlaces = new Map(slidePlaces(document, SLIDE_LIST.notes).map(place => [place.slideId, place]));
  const hidden: number[] = [];
  const seen = new Set<number>();
  let number = 0;
  for (const place of slidePlaces(document, SLIDE_LIST.slides)) {
    number += 1;
    // Each slide has its own place; a second place for the same one would only multiply its words.
    const slide = seen.has(place.persistId) ? null : presentation.object(place.persistId);
    seen.add(place.persistId);
    if (slide === null || slide.type !== RECORD.slide) {
      context.warn(`Slide ${number} is missing or damaged; only its words in the outline were read.`);
      await context.addPage({ text: place.outline.join('\n') });
      continue;
    }
    const before = remarks.result().length;
    for (const { author, at, text } of slideComments(slide)) {
      remarks.add('comment', author, at, `Slide ${number}: ${text}`);
    }
    const isHidden = isHiddenSlide(slide);
    if (isHidden) hidden.push(number);
    const notesPlace = notesPlaces.get(slideIds(slide).notesId);
    const notes =
      notesPlace === undefined || seen.has(notesPlace.persistId) ? null : presentation.object(notesPlace.persistId);
    if (notesPlace !== undefined) seen.add(notesPlace.persistId);
    const notesText = notes === null ? '' : slideTexts(notes, notesPlace?.outline ?? []).join('\n');
    const texts = [
      isHidden ? '[Hidden slide]' : '',
      ...slideTexts(slide, place.outline),
      notesText === '' ? '' : `[Notes] ${notesText}`,
      ...commentLines(remarks.result().slice(before)),
    ];
    await context.addPage({ text: texts.filter(text => text !== '').join('\n\n') });
  }
  if (hidden.length > 0) {
    context.warn(
      `The presentation hides ${hidden.length === 1 ? 'slide' : 'slides'} ${hidden.slice(0, 50).join(', ')}; ${hidden.length === 1 ? 'it was' : 'they were'} read like the others.`,
    );
  }
  const fixed = new Set(
    slidePlaces(document, SLIDE_LIST.masters).flatMap(({ persistId }) => {
      const master = presentation.object(persistId);
      return master === null ? [] : masterTexts(master);
    }),
  );
  for (const text of margins(document)) fixed.add(text.trim());
  fixed.delete('');
  if (fixed.size > 0) await context.addPage({ label: 'Master', text: [...fixed].join('\n\n') });
  return number;
}

/** The list of slides cannot be found: their words in the order in which they lie in the file are better than none. */
async function addLooseTexts({ stream }: Presentation, context: ExtractContext): Promise<number> {
  context.warn(
    'The presentation is damaged: the list of its slides is missing. Its words follow as they lie in the file, those of deleted slides among them.',
  );
  const texts: string[] = [];
  for (const record of recordsBelow(stream)) {
    const text = record.type === RECORD.text ? null : recordText(record);
    if (text !== null && text.trim() !== '') texts.push(text.trim());
  }
  for (const text of splitPages(texts.join('\n\n'))) await context.addPage({ text });
  return 0;
}

/** Objects of other programs, and the macro project, lie in the presentation as compound files, mostly compressed. */
function readObjects(
  presentation: Presentation,
  { limits, warn }: ExtractContext,
): { files: Uint8Array[]; macros: Uint8Array[] } {
  const inflater = openInflater(limits);
  const found: { files: Uint8Array[]; macros: Uint8Array[] } = { files: [], macros: [] };
  const macroIds = new Set<number>();
  for (const record of presentation.document === null ? [] : recordsBelow(presentation.document.bytes)) {
    if (record.type === RECORD.macroInfo && record.bytes.byteLength >= 4)
      macroIds.add(viewOf(record.bytes).getUint32(0, true));
  }
  for (const { id, record } of presentation.objects()) {
    if (record.type !== RECORD.objectFile) continue;
    const isPacked = record.instance === 1 && record.bytes.byteLength > 4;
    const { bytes, isDamaged } = isPacked
      ? inflater.unzlib(record.bytes.subarray(4), viewOf(record.bytes).getUint32(0, true))
      : { bytes: record.bytes, isDamaged: false };
    if (isDamaged) warn('An embedded object of the presentation is damaged; what was left of it was looked at.');
    (macroIds.has(id) ? found.macros : found.files).push(bytes);
  }
  return found;
}
