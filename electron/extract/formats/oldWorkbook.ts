/** XLS workbooks: opened first where they are protected with a password, then read like the others. */
import { byteReaderOver } from '../byteReader.ts';
import { hasOleSignature } from '../detectOle.ts';
import type { Extractor } from '../extractor.ts';
import { openProtectedWorkbook } from './ole/protectedWorkbook.ts';
import { extractXls } from './sheetBinary.ts';

export const extractOldWorkbook: Extractor = async context => {
  // Workbooks before Excel 5 lie in no compound file, and are protected in ways of their own.
  if (!hasOleSignature(await context.source.read(0, 8))) return extractXls(context);
  const opened = await openProtectedWorkbook(await context.source.readAll(), context.password);
  if (opened === null) return extractXls(context);
  const result = await extractXls({ ...context, source: byteReaderOver(opened) });
  return { ...result, metadata: { ...result.metadata, protection: 'password' } };
};
