/** Saved web pages: visible text, title, language and what the page says about its author and date. */
import type { Extractor } from '../extractor.ts';
import { findEncoding } from '../text/encoding.ts';
import { declaredInHtml } from '../text/htmlHead.ts';
import { openHtmlText } from '../text/htmlText.ts';
import { openPageSplitter, pageCharsFor } from '../text/splitPages.ts';

export const extractHtml: Extractor = async context => {
  const bytes = await context.source.readAll();
  const encoding = findEncoding(bytes, declaredInHtml(bytes));
  if (encoding.warning !== undefined) context.warn(encoding.warning);
  const reader = openHtmlText();
  const splitter = openPageSplitter(pageCharsFor(bytes.byteLength, context.limits.maxPages));
  for (const piece of encoding.decode(bytes)) {
    for (const text of splitter.add(reader.write(piece))) await context.addPage({ text });
  }
  const { text, head } = reader.end();
  for (const page of [...splitter.add(text), ...splitter.end()]) await context.addPage({ text: page });
  if (head.hidesText) context.warn('The page hides some of its own words; they are not part of the text.');
  return {
    engine: 'probatum-html',
    engineVersion: '1',
    title: head.title,
    metadata: { encoding: encoding.name, ...head.metadata },
    languages: primaryLanguage(head.language),
  };
};

function primaryLanguage(declared: string): string[] {
  const code = /^([A-Za-z]{2,3})(?:[-_].*)?$/.exec(declared.trim())?.[1];
  return code === undefined ? [] : [code.toLowerCase()];
}
