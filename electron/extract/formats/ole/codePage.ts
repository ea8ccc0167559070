/** Decodes text whose encoding is given as a Windows code page number. */
import { namedEncoding } from '../../text/encoding.ts';

const NAMES: Record<number, string> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  1361: 'johab',
  10000: 'macintosh',
  10001: 'shift_jis',
  10002: 'big5',
  10003: 'euc-kr',
  10006: 'mac-greek',
  10007: 'x-mac-cyrillic',
  10008: 'gb18030',
  10029: 'mac-latin2',
  10081: 'mac-turkish',
  20866: 'koi8-r',
  21866: 'koi8-u',
  50220: 'iso-2022-jp',
  51932: 'euc-jp',
  51949: 'euc-kr',
  54936: 'gb18030',
  65000: 'utf-7',
  65001: 'utf-8',
};

/** Windows-1252 where the number is unknown: it decodes every byte, and keeps ASCII right. */
export function decodeCodePage(bytes: Uint8Array, codePage: number): string {
  const name = NAMES[codePage] ?? (codePage >= 28591 && codePage <= 28606 ? `iso-8859-${codePage - 28590}` : undefined);
  const encoding = namedEncoding(name ?? `cp${codePage}`) ?? namedEncoding('windows-1252');
  return encoding === null ? '' : [...encoding.decode(bytes)].join('');
}

/** The code page that Windows uses for a language, by the primary part of its identifier ([MS-LCID]). */
const PRIMARY_LANGUAGES: ReadonlyMap<number, number> = new Map([
  [0x01, 1256],
  [0x02, 1251],
  [0x04, 936],
  [0x05, 1250],
  [0x08, 1253],
  [0x0d, 1255],
  [0x0e, 1250],
  [0x11, 932],
  [0x12, 949],
  [0x15, 1250],
  [0x18, 1250],
  [0x19, 1251],
  [0x1b, 1250],
  [0x1e, 874],
  [0x1f, 1254],
  [0x20, 1256],
  [0x22, 1251],
  [0x23, 1251],
  [0x24, 1250],
  [0x25, 1257],
  [0x26, 1257],
  [0x27, 1257],
  [0x29, 1256],
  [0x2a, 1258],
  [0x2c, 1254],
  [0x2f, 1251],
]);
/** Traditional Chinese: Taiwan, Hong Kong, Macao. */
const TRADITIONAL_CHINESE = new Set([0x0404, 0x0c04, 0x1404]);

export function codePageOfLanguage(languageId: number): number {
  if (TRADITIONAL_CHINESE.has(languageId)) return 950;
  return PRIMARY_LANGUAGES.get(languageId & 0x3ff) ?? 1252;
}
