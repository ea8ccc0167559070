/** The text of one PDF page in reading form. */
import { cleanText } from '../../cleanText.ts';
import { checkPageText, type ExtractLimits } from '../../limits.ts';
import { type Pdfium, withMemory } from './pdfium.ts';

const utf16 = new TextDecoder('utf-16le');

export function readPageText(module: Pdfium, page: number, index: number, limits: ExtractLimits): string {
  const text = module.FPDFText_LoadPage(page);
  if (text === 0) return '';
  try {
    const count = module.FPDFText_CountChars(text);
    if (count <= 0) return '';
    checkPageText(count, index, limits);
    // Two bytes a unit, and room for characters outside the first plane, which count once but take two units.
    const raw = withMemory(module, count * 4 + 4, buffer => {
      const units = module.FPDFText_GetText(text, 0, count, buffer);
      return utf16.decode(module.pdfium.HEAPU8.subarray(buffer, buffer + Math.max(0, units - 1) * 2));
    });
    return readingText(raw);
  } finally {
    module.FPDFText_ClosePage(text);
  }
}

/**
 * PDFium puts U+FFFE (U+0002 in older versions) where a line ended in a hyphen, and no line end. Whether the hyphen belongs
 * to the word is not in the file: it is kept where it most likely does (compounds, names, numbers) and dropped where a word
 * was broken.
 */
export function readingText(raw: string): string {
  // Subtle: most pages need none of the costly steps, and looking first is ten times faster than replacing nothing.
  let text = cleanText(raw);
  if (/[\uFFFE\u0002]/.test(text)) text = text.replace(LINE_END_HYPHEN, joinHyphen);
  if (CONTROL.test(text))
    text = withoutMeaninglessGlyphs(text.replace(TEX_LIGATURE, glyph => LIGATURES[glyph] ?? glyph));
  if (/[\u00ad\uFDD0-\uFDEF\uFFFE\uFFFF]/.test(text)) text = text.replace(/\u00ad\n?|[\uFDD0-\uFDEF\uFFFE\uFFFF]/g, '');
  return text.replace(/[ \t]+\n/g, '\n').trimEnd();
}

function joinHyphen(_: string, before: string, after: string): string {
  if (/^\p{L}/u.test(after)) return `${before}${keepsHyphen(before, after) ? '-' : ''}${after}`;
  return /\p{N}$/u.test(before) && /^\p{N}/u.test(after) ? `${before}-${after}` : `${before}-\n${after}`;
}

/** The word before, the marker, and the character or word that follows at once. */
const LINE_END_HYPHEN = /([\p{L}\p{M}\p{N}\-’']{0,60})[\uFFFE\u0002]\n?([\p{L}\p{M}]{1,60}|[^\n]?)/gu;

/** TeX's fonts have their ligatures at these places, and often no table that says so. */
const LIGATURES: Record<string, string> = {
  '\u001b': 'ff',
  '\u001c': 'fi',
  '\u001d': 'fl',
  '\u001e': 'ffi',
  '\u001f': 'ffl',
};
const TEX_LIGATURE = /(?<=\p{L})[\u001b-\u001f]|[\u001b-\u001f](?=\p{Ll})/gu;

const CONTROL = /[\u0001-\u0008\u000b\u000e-\u001f\u007f-\u009f]/;
const CONTROLS = new RegExp(CONTROL, 'g');

/**
 * Control characters are glyphs of which the file does not say what they mean. They are shown as unknown; where they
 * are most of the page there is no text to speak of, and the page is left to OCR.
 */
function withoutMeaninglessGlyphs(text: string): string {
  const controls = text.match(CONTROLS)?.length ?? 0;
  if (controls === 0) return text;
  const visible = text.match(/\S/g)?.length ?? 0;
  return controls * 2 > visible ? '' : text.replace(CONTROLS, '\uFFFD');
}

function keepsHyphen(before: string, after: string): boolean {
  const isName = /^\p{Lu}/u.test(after);
  const isAbbreviation = /^\p{Lu}{2,}$/u.test(before);
  return isName || isAbbreviation || before.includes('-') || /\p{N}$/u.test(before);
}
