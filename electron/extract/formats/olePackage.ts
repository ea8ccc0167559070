/**
 * Compound files that are no document of a kind that is read here: the wrapping of an embedded file is taken off, and of
 * the others (drawings, project plans, publications) the properties are shown.
 */
import { openCompoundFile } from '../cfb.ts';
import { OLE_PACKAGE, OLE_STORAGE } from '../detectOle.ts';
import { ExtractionFailure } from '../extractionFailure.ts';
import type { Extractor } from '../extractor.ts';
import { addOpened, openEmbedded } from './ole/embedded.ts';
import { readProperties } from './ole/propertySets.ts';

const ENGINE = { engine: 'probatum-ole', engineVersion: '1' };

export const extractOlePackage: Extractor = async context => {
  const file = await openCompoundFile(context.source, context.warn);
  if (context.detected.mediaType === OLE_PACKAGE) {
    const found = await openEmbedded(file, file.root, context.fileName.replace(/\.[^.]*$/, ''));
    if (found.kind === 'drawn') {
      throw new ExtractionFailure(
        'unreadable',
        'The wrapping of this embedded object holds no file that can be taken out.',
      );
    }
    await addOpened(found, context);
    return ENGINE;
  }
  if (context.detected.mediaType === OLE_STORAGE) {
    throw new ExtractionFailure(
      'unsupported-type',
      'The document is an OLE container of a kind that is not known here; the bytes are kept.',
    );
  }
  const { title, ...metadata } = await readProperties(file);
  context.warn('Text is not read from documents of this kind yet; only their properties are shown.');
  return { ...ENGINE, title, metadata };
};
