/**
 * Web pages saved as one file (MHTML): the page's words, then those of its frames; its pictures become parts. What the page
 * would still fetch from elsewhere, because the file does not hold it, is said.
 */
import type { Extractor, ExtractorResult } from '../extractor.ts';
import { findEncoding } from '../text/encoding.ts';
import { declaredInHtml } from '../text/htmlHead.ts';
import { splitPages } from '../text/splitPages.ts';
import { addDataParts, primaryLanguage } from './html.ts';
import { sayHiddenCells } from './html/officePage.ts';
import { joinLoads, type RemoteLoads, sayRemoteLoads } from './html/remoteLoads.ts';
import { readWebPage, type WholeWebPage } from './html/webPage.ts';
import { prepareMessage } from './mail/headers.ts';
import { addParts } from './mail/message.ts';
import type { MimePart } from './mail/mimeParts.ts';
import { MIME_ENGINE, parseMime } from './mail/parseMime.ts';

/** What dresses a page; it says nothing of its own. */
const DRESS = /^(?:text\/css|(?:text|application)\/(?:x-)?(?:java|ecma)script|font\/|application\/(?:x-)?font)/;

export const extractMhtml: Extractor = async context => {
  const { headers, parts } = await parseMime(prepareMessage(await context.source.readAll()), context.limits);
  const isHtml = (part: MimePart) => part.mediaType === 'text/html' || part.mediaType === 'application/xhtml+xml';
  const pages = parts.filter(isHtml);
  const words = pages.length > 0 ? pages : parts.filter(part => part.mediaType === 'text/plain' && !part.isFile);
  if (words.length === 0) context.warn('The document holds no web page, or an empty one.');
  const held = new Set(parts.flatMap(part => (part.location === undefined ? [] : [normal(part.location)])));
  const loads: RemoteLoads[] = [];
  const hidden = { cells: 0, sheets: new Set<string>() };
  let first: WholeWebPage | undefined;
  for (const part of words) {
    const page = readPart(part, isHtml(part), context.encoding, context.warn, held);
    first ??= page;
    loads.push(page.loads);
    hidden.cells += page.head.hiddenCells;
    for (const sheet of page.hiddenSheets) hidden.sheets.add(sheet);
    // The page itself stands for the document; a frame is named by its own address.
    const label = page === first ? null : (part.location ?? null);
    for (const text of splitPages(page.text)) await context.addPage({ text, label });
    await addDataParts(page.parts, context);
  }
  const files = parts.filter(part => !words.includes(part) && !DRESS.test(part.mediaType));
  await addParts(
    files.map(part => ({ name: nameOf(part), mediaType: part.mediaType, disposition: 'inline', bytes: part.bytes })),
    context,
  );
  const hiddenCells = sayHiddenCells(hidden.cells, [...hidden.sheets]);
  if (hiddenCells !== undefined) context.warn(hiddenCells);
  const remote = sayRemoteLoads('page', joinLoads(loads));
  if (remote !== undefined) context.warn(remote);
  const header = (name: string) => headers.find(([key]) => key.toLowerCase() === name)?.[1];
  return {
    ...MIME_ENGINE,
    title: first?.head.title || header('subject') || null,
    languages: primaryLanguage(first?.head.language ?? ''),
    metadata: {
      ...first?.metadata,
      savedFrom: header('snapshot-content-location') ?? header('content-location') ?? words[0]?.location,
      savedAt: header('date'),
      savedWith: /<?saved by ([^>]*)>?/i.exec(header('from') ?? '')?.[1] ?? header('x-mimeole'),
      remoteHosts: joinLoads(loads).hosts.join(', '),
    },
  } satisfies ExtractorResult;
};

function readPart(
  part: MimePart,
  isHtml: boolean,
  chosen: string | undefined,
  warn: (sentence: string) => void,
  held: ReadonlySet<string>,
): WholeWebPage {
  // Internet Explorer writes `x-user-defined` where it did not know; the page may.
  const stated = part.charset === undefined || /^x-user-defined$/i.test(part.charset) ? undefined : part.charset;
  const declared = stated ?? (isHtml ? declaredInHtml(part.bytes) : undefined);
  const encoding = findEncoding(part.bytes, declared, chosen);
  if (encoding.warning !== undefined) warn(encoding.warning);
  const page = readWebPage(encoding.decode(part.bytes), address => held.has(normal(address)));
  if (page.head.hidesText) warn('The page hides some of its own words; they are not part of the text.');
  return isHtml ? page : { ...page, text: [...encoding.decode(part.bytes)].join('') };
}

function normal(address: string): string {
  try {
    const url = new URL(address.trim());
    url.hash = '';
    return url.href;
  } catch {
    return address.trim();
  }
}

/** The last piece of the address that it was saved from. */
function nameOf(part: MimePart): string {
  if (!/^(?:part|message) \d+\./.test(part.name) || part.location === undefined) return part.name;
  const last =
    part.location
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1) ?? '';
  try {
    return decodeURIComponent(last) || part.name;
  } catch {
    return last || part.name;
  }
}
