/** Which encoding the bytes of a font stand for. */
import { type Encoding, namedEncoding } from '../../text/encoding.ts';

/** `\fcharset` by Windows' numbers. */
const CHARSETS: ReadonlyMap<number, string> = new Map([
  [77, 'macintosh'],
  [78, 'cp932'],
  [79, 'cp949'],
  [80, 'cp936'],
  [81, 'cp950'],
  [128, 'cp932'],
  [129, 'cp949'],
  [130, 'cp1361'],
  [134, 'cp936'],
  [136, 'cp950'],
  [161, 'cp1253'],
  [162, 'cp1254'],
  [163, 'cp1258'],
  [177, 'cp1255'],
  [178, 'cp1256'],
  [186, 'cp1257'],
  [204, 'cp1251'],
  [222, 'cp874'],
  [238, 'cp1250'],
  [254, 'cp437'],
  [255, 'cp850'],
]);
const CODE_PAGE_NAMES: ReadonlyMap<number, string> = new Map([
  [10000, 'macintosh'],
  [10001, 'cp932'],
  [10007, 'x-mac-cyrillic'],
  [65001, 'utf-8'],
  [54936, 'gb18030'],
  [20866, 'koi8-r'],
  [21866, 'koi8-u'],
  [1361, 'johab'],
]);
const DOUBLE_BYTE = new Set([932, 936, 949, 950, 1361]);
const SYMBOL_CHARSET = 2;
const ASCII = new TextDecoder();

interface Font {
  charset: number | null;
  codePage: number | null;
  name: string;
}

export function openRtfFonts() {
  const fonts = new Map<number, Font>();
  const encodings = new Map<string, Encoding>();
  let documentCodePage = 1252;

  function encodingOf(label: string): Encoding {
    const known = encodings.get(label);
    if (known !== undefined) return known;
    const found = namedEncoding(label) ?? namedEncoding('windows-1252');
    if (found === null) throw new Error('Windows-1252 is always known.');
    encodings.set(label, found);
    return found;
  }

  function codePageLabel(codePage: number): string {
    return CODE_PAGE_NAMES.get(codePage) ?? `cp${codePage}`;
  }

  function labelOf(font: Font | undefined): string {
    if (font?.codePage != null && font.codePage > 0) return codePageLabel(font.codePage);
    const charset = font?.charset ?? null;
    // Charset 0 is "ANSI": Windows-1252 in the West. East Asian writers leave it at 0 and mean their own.
    if (charset === 0) return DOUBLE_BYTE.has(documentCodePage) ? codePageLabel(documentCodePage) : 'cp1252';
    return (charset === null ? undefined : CHARSETS.get(charset)) ?? codePageLabel(documentCodePage);
  }

  return {
    setDocumentCodePage(codePage: number): void {
      documentCodePage = codePage;
    },
    codePageName: () => codePageLabel(documentCodePage),
    font(number: number): Font {
      const font = fonts.get(number) ?? { charset: null, codePage: null, name: '' };
      fonts.set(number, font);
      return font;
    },
    decode(bytes: Uint8Array, number: number): string {
      // All of these encodings have ASCII in them, and most runs are nothing else.
      if (bytes.every(byte => byte < 0x80)) return ASCII.decode(bytes);
      return [...encodingOf(labelOf(fonts.get(number))).decode(bytes)].join('');
    },
    /** The name of a font whose letters are signs (Symbol, Wingdings), else null. */
    symbolFont(number: number): string | null {
      const font = fonts.get(number);
      return font !== undefined && font.charset === SYMBOL_CHARSET ? font.name : null;
    },
  };
}

export type RtfFonts = ReturnType<typeof openRtfFonts>;
