/** PDF: text layer, printed labels, outline, metadata and embedded files, by PDFium. Pages without text await OCR. */
import { cleanLine } from '../cleanText.ts';
import { ExtractionFailure } from '../extractionFailure.ts';
import type { ExtractContext, Extractor, NewPage } from '../extractor.ts';
import { checkPageCount } from '../limits.ts';
import { type Annotations, openAnnotations } from './pdf/annotations.ts';
import { openActions, type PdfActions } from './pdf/actions.ts';
import { addAttachments } from './pdf/attachments.ts';
import { openPdf } from './pdf/openPdf.ts';
import { readOutline } from './pdf/outline.ts';
import { readPageText } from './pdf/pageText.ts';
import { discardPdfium, loadPdfium, type Pdfium, readString } from './pdf/pdfium.ts';
import { readXmp } from './pdf/xmp.ts';

/** The version of the package, which names no PDFium release of its own. */
const ENGINE_VERSION = '@embedpdf/pdfium 2.15.1';

const META_KEYS: Record<string, string> = {
  author: 'Author',
  subject: 'Subject',
  keywords: 'Keywords',
  creator: 'Creator',
  producer: 'Producer',
  created: 'CreationDate',
  modified: 'ModDate',
};
export const extractPdf: Extractor = async context => {
  const module = await loadPdfium(context.assets);
  try {
    const pdf = await openPdf(module, context);
    try {
      const xmp = readXmp(pdf.bytes());
      const read = await readPdf(module, pdf.document, context);
      return { ...read, metadata: { ...xmp, ...read.metadata } };
    } finally {
      pdf.close();
    }
  } catch (error) {
    if (!(error instanceof ExtractionFailure)) discardPdfium();
    throw error;
  }
};

async function readPdf(module: Pdfium, document: number, context: ExtractContext) {
  const pageCount = module.FPDF_GetPageCount(document);
  if (pageCount === 0) throw new ExtractionFailure('unreadable', 'The PDF is damaged: no page can be found in it.');
  checkPageCount(pageCount, context.limits);
  const annotations = openAnnotations(module, document, context.limits);
  const actions = openActions(module, document);
  try {
    for (let index = 0; index < pageCount; index += 1)
      await context.addPage(readPage(module, document, index, { annotations, actions }, context));
  } finally {
    annotations.close();
  }
  actions.warn(context);
  await addAttachments(module, document, context);
  const meta = (key: string) =>
    readString(module, (buffer, bytes) => module.FPDF_GetMetaText(document, key, buffer, bytes));
  const metadata = Object.fromEntries(Object.entries(META_KEYS).map(([name, key]) => [name, meta(key)]));
  const language = readString(module, (buffer, bytes) => module.FPDFCatalog_GetLanguage(document, buffer, bytes));
  return {
    engine: 'pdfium',
    engineVersion: ENGINE_VERSION,
    title: meta('Title'),
    // Authoring tools write their own language there whatever the text is in, so it is a note and no proposal.
    metadata: { ...metadata, language, notes: annotations.notes(), scripts: actions.scripts() },
    outline: readOutline(module, document, pageCount),
  };
}

function readPage(
  module: Pdfium,
  document: number,
  index: number,
  { annotations, actions }: { annotations: Annotations; actions: PdfActions },
  context: ExtractContext,
): NewPage {
  const label =
    cleanLine(
      readString(module, (buffer, bytes) => module.FPDF_GetPageLabel(document, index, buffer, bytes)),
      100,
    ) || null;
  const page = module.FPDF_LoadPage(document, index);
  if (page === 0) {
    context.warn(`Page ${index + 1} is damaged and could not be read.`);
    return { label, text: '', method: 'none' };
  }
  try {
    const content = readPageText(module, page, index, context.limits);
    const shown = annotations.read(page, index);
    actions.look(page);
    const text = shown === '' ? content : `${content}\n${shown}`.trimStart();
    const rotation = ((module.FPDFPage_GetRotation(page) & 3) * 90) as 0 | 90 | 180 | 270;
    return {
      label,
      text,
      rotation,
      method: text.trim() === '' ? 'none' : 'text-layer',
      widthPt: lengthOf(module.FPDF_GetPageWidthF(page)),
      heightPt: lengthOf(module.FPDF_GetPageHeightF(page)),
    };
  } finally {
    module.FPDF_ClosePage(page);
  }
}

function lengthOf(points: number): number | undefined {
  return Number.isFinite(points) && points >= 0 && points < 1_000_000 ? points : undefined;
}
