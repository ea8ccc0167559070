/** Plain text, tables of text, XML and JSON in whatever encoding, shown as they are. */
import type { Extractor } from '../extractor.ts';
import { findEncoding } from '../text/encoding.ts';
import { openPageSplitter, pageCharsFor } from '../text/splitPages.ts';

export const extractText: Extractor = async context => {
  const bytes = await context.source.readAll();
  const encoding = findEncoding(bytes, declaredInXml(bytes), context.encoding);
  if (encoding.warning !== undefined) context.warn(encoding.warning);
  const splitter = openPageSplitter(pageCharsFor(bytes.byteLength, context.limits.maxPages));
  for (const piece of encoding.decode(bytes)) {
    for (const text of splitter.add(withoutMark(piece))) await context.addPage({ text });
  }
  for (const text of splitter.end()) await context.addPage({ text });
  return { engine: 'probatum-text', engineVersion: '1', metadata: { encoding: encoding.name } };
};

function declaredInXml(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
