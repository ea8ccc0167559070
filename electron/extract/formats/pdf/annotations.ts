/**
 * Words that stand on a page without being part of its content: what was filled into form fields, what a signature field
 * shows, stamps and typewriter text. Notes, which show only when opened, are collected apart. Drawing the annotations into the page and reading them from
 * there (FPDFPage_Flatten) was tried and mixes up fonts of the same name, so that whole pages turn into wrong letters.
 */
import { cleanLine, cleanText } from '../../cleanText.ts';
import type { ExtractLimits } from '../../limits.ts';
import { readPageText } from './pageText.ts';
import { type Pdfium, readString } from './pdfium.ts';

export interface Annotations {
  /** Text to put after the page's own. */
  read(page: number, pageIndex: number): string;
  /** All notes of the document, with their pages. */
  notes(): string;
  close(): void;
}

/** FPDF_ANNOT_* */
const FREE_TEXT = 3;
const STAMP = 13;
const WIDGET = 20;
/** Text, highlight, underline, squiggly, strikeout, stamp, caret, ink. */
const NOTES = new Set([1, 9, 10, 11, 12, STAMP, 14, 15]);
/** FPDF_FORMFIELD_*: combo box and text field, whose value says more than how it is drawn. */
const WRITTEN_FIELDS = new Set([4, 6]);
/** Check box and radio button: the mark in them is no word. */
const MARKED_FIELDS = new Set([2, 3]);
/** FPDF_ANNOT_FLAG_HIDDEN and NOVIEW. */
const NOT_SHOWN = 2 | 32;
const NORMAL_APPEARANCE = 0;
/** A page of a form has a few hundred fields; files with more repeat themselves to waste time. */
const MAX_ON_PAGE = 5000;
const MAX_NOTES = 200;

export function openAnnotations(module: Pdfium, document: number, limits: ExtractLimits): Annotations {
  const info = module.FPDF_GetFormType(document) === 0 ? 0 : module.PDFiumExt_OpenFormFillInfo();
  // This build of PDFium has no JavaScript engine, so that a form's scripts cannot run here.
  const form = info === 0 ? 0 : module.PDFiumExt_InitFormFillEnvironment(document, info);
  const notes: string[] = [];

  function textOf(annotation: number, pageIndex: number): string {
    if ((module.FPDFAnnot_GetFlags(annotation) & NOT_SHOWN) !== 0) return '';
    const subtype = module.FPDFAnnot_GetSubtype(annotation);
    if (subtype === WIDGET) return fieldText(annotation, pageIndex);
    if (subtype !== FREE_TEXT && !NOTES.has(subtype)) return '';
    const contents = readString(module, (buffer, bytes) =>
      module.FPDFAnnot_GetStringValue(annotation, 'Contents', buffer, bytes),
    );
    if (subtype === FREE_TEXT) return contents || appearance(annotation, pageIndex);
    const line = cleanLine(contents, 400);
    if (line !== '' && notes.length < MAX_NOTES) notes.push(`p. ${pageIndex + 1}: ${line}`);
    return subtype === STAMP ? appearance(annotation, pageIndex) : '';
  }

  function fieldText(annotation: number, pageIndex: number): string {
    const type = form === 0 ? -1 : module.FPDFAnnot_GetFormFieldType(form, annotation);
    if (MARKED_FIELDS.has(type)) return '';
    const value = WRITTEN_FIELDS.has(type)
      ? readString(module, (buffer, bytes) => module.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, bytes))
      : '';
    return value || appearance(annotation, pageIndex);
  }

  function appearance(annotation: number, pageIndex: number): string {
    if (!module.EPDFAnnot_HasAppearanceStream(annotation, NORMAL_APPEARANCE)) return '';
    const drawn = module.EPDFAnnot_ExportAppearanceAsDocument(annotation);
    if (drawn === 0) return '';
    const page = module.FPDF_LoadPage(drawn, 0);
    try {
      return page === 0 ? '' : readPageText(module, page, pageIndex, limits);
    } finally {
      if (page !== 0) module.FPDF_ClosePage(page);
      module.FPDF_CloseDocument(drawn);
    }
  }

  return {
    read(page, pageIndex) {
      const texts: string[] = [];
      const count = Math.min(module.FPDFPage_GetAnnotCount(page), MAX_ON_PAGE);
      for (let index = 0; index < count; index += 1) {
        const annotation = module.FPDFPage_GetAnnot(page, index);
        if (annotation === 0) continue;
        const text = cleanText(textOf(annotation, pageIndex)).trim();
        module.FPDFPage_CloseAnnot(annotation);
        if (text !== '') texts.push(text);
      }
      return texts.join('\n');
    },
    notes: () => notes.join(' · '),
    close() {
      if (form !== 0) module.PDFiumExt_ExitFormFillEnvironment(form);
      if (info !== 0) module.PDFiumExt_CloseFormFillInfo(info);
    },
  };
}
