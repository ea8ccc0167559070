/**
 * Saved web pages: visible text, title, language, what the page says about its author, origin and dates; pictures that lie
 * in its markup become parts. What a browser would fetch is said and not fetched.
 */
import type { ExtractContext, Extractor } from '../extractor.ts';
import { findEncoding } from '../text/encoding.ts';
import { declaredInHtml } from '../text/htmlHead.ts';
import { openPageSplitter, pageCharsFor } from '../text/splitPages.ts';
import type { DataPart } from './html/dataParts.ts';
import { sayHiddenCells } from './html/officePage.ts';
import { sayRemoteLoads } from './html/remoteLoads.ts';
import { openWebPage } from './html/webPage.ts';

export const extractHtml: Extractor = async context => {
  const bytes = await context.source.readAll();
  const encoding = findEncoding(bytes, declaredInHtml(bytes), context.encoding);
  if (encoding.warning !== undefined) context.warn(encoding.warning);
  const reader = openWebPage();
  const splitter = openPageSplitter(pageCharsFor(bytes.byteLength, context.limits.maxPages));
  for (const piece of encoding.decode(bytes)) {
    for (const text of splitter.add(reader.write(piece))) await context.addPage({ text });
    await addDataParts(reader.takeParts(), context);
  }
  const { text, head, metadata, loads, damagedParts, hiddenSheets } = reader.end();
  for (const page of [...splitter.add(text), ...splitter.end()]) await context.addPage({ text: page });
  await addDataParts(reader.takeParts(), context);
  if (head.hidesText) context.warn('The page hides some of its own words; they are not part of the text.');
  const hidden = sayHiddenCells(head.hiddenCells, hiddenSheets);
  if (hidden !== undefined) context.warn(hidden);
  const remote = sayRemoteLoads('page', loads);
  if (remote !== undefined) context.warn(remote);
  if (damagedParts > 0)
    context.warn(
      `${damagedParts} of the pictures or files that lie in the page itself are damaged; they were left out.`,
    );
  return {
    engine: 'probatum-html',
    engineVersion: '2',
    title: head.title,
    metadata: { encoding: encoding.name, ...metadata, remoteHosts: loads.hosts.join(', ') },
    languages: primaryLanguage(head.language),
  };
};

/** Pictures and files in the markup of a page, or of a message. */
export async function addDataParts(parts: readonly DataPart[], context: ExtractContext): Promise<void> {
  if (parts.length > 0 && context.depth >= context.limits.maxNestingDepth) {
    context.warn(`The document lies ${context.depth} levels deep in others; the pictures in it were not taken out.`);
    return;
  }
  for (const { name, mediaType, bytes } of parts) {
    await context.addPart({ name, mediaType, disposition: 'inline', bytes });
  }
}

export function primaryLanguage(declared: string): string[] {
  const code = /^([A-Za-z]{2,3})(?:[-_].*)?$/.exec(declared.trim())?.[1];
  return code === undefined ? [] : [code.toLowerCase()];
}
