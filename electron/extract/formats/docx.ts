/**
 * Word documents. Only the parts that hold text are inflated, under limits, and only they are given to mammoth; pictures,
 * macros and embedded objects never leave their ZIP. Headers and footers, which mammoth leaves out, are read here.
 */

import { zipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import mammoth from 'mammoth';
import { ExtractionFailure } from '../extractionFailure.ts';
import type { ExtractContext, Extractor } from '../extractor.ts';
import { openHtmlText } from '../text/htmlText.ts';
import { splitPages } from '../text/splitPages.ts';
import { checkDirectory, openZipReader, readZipDirectory, type ZipEntry } from '../zipDirectory.ts';

const TEXT_PARTS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(core|app)\.xml|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/;
const MARGIN_PARTS = /^word\/(header|footer)\d*\.xml$/;
/** Files that were put into the document; they become child exhibits. */
const EMBEDDED_FILES = /^word\/(embeddings\/[^/]+|afchunk[^/]*|[^/]+\.(html?|mht|rtf|docx))$/i;
const STYLE_MAP = ["br[type='page'] => hr.page-break", 'comment-reference => sup'];

type Parts = Map<string, Uint8Array>;

export const extractDocx: Extractor = async context => {
  const entries = await readZipDirectory(context.source);
  checkDirectory(entries, context.limits);
  const zip = openZipReader(context.source, context.limits);
  const parts: Parts = new Map();
  for (const entry of entries) {
    if (TEXT_PARTS.test(entry.name) && !parts.has(entry.name)) parts.set(entry.name, await zip.read(entry));
  }
  if (![...parts.keys()].some(name => /^word\/document\d*\.xml$/.test(name))) {
    throw new ExtractionFailure('unreadable', 'The Word document is damaged: its text is missing.');
  }
  const html = await toHtml(parts);
  const reader = openHtmlText();
  const body = reader.write(html) + reader.end().text;
  const margins = marginText(parts);
  for (const text of splitPages([margins.header, body, margins.footer].filter(part => part !== '').join('\n\n'))) {
    await context.addPage({ text });
  }
  await addEmbeddedFiles(entries, zip.read, context);
  const core = xmlTexts(textOf(parts, 'docProps/core.xml'));
  const document = textOf(parts, 'word/document.xml');
  const insertions = countTags(document, 'w:ins');
  const deletions = countTags(document, 'w:del');
  const comments = countTags(textOf(parts, 'word/comments.xml'), 'w:comment');
  if (insertions + deletions > 0) {
    context.warn(
      `The document holds tracked changes (${insertions} insertions, ${deletions} deletions); the text is as if all were accepted.`,
    );
  }
  const remote = [...parts.keys()]
    .filter(name => name.endsWith('.rels'))
    .flatMap(name => remoteTargets(textOf(parts, name)));
  if (remote.length > 0)
    context.warn(
      `The document refers to ${remote.length} files elsewhere, which were not loaded: ${remote.slice(0, 5).join(', ')}`,
    );
  return {
    engine: 'mammoth',
    engineVersion: '1.13.0',
    title: core['dc:title'] ?? null,
    metadata: {
      author: core['dc:creator'],
      lastModifiedBy: core['cp:lastModifiedBy'],
      created: core['dcterms:created'],
      modified: core['dcterms:modified'],
      revision: core['cp:revision'],
      subject: core['dc:subject'],
      keywords: core['cp:keywords'],
      application: xmlTexts(textOf(parts, 'docProps/app.xml')).Application,
      trackedInsertions: insertions > 0 ? String(insertions) : undefined,
      trackedDeletions: deletions > 0 ? String(deletions) : undefined,
      comments: comments > 0 ? String(comments) : undefined,
    },
  };
};

async function addEmbeddedFiles(
  entries: ZipEntry[],
  read: (entry: ZipEntry) => Promise<Uint8Array>,
  context: ExtractContext,
): Promise<void> {
  const embedded = entries.filter(entry => EMBEDDED_FILES.test(entry.name));
  if (embedded.length > 0 && context.depth >= context.limits.maxNestingDepth) {
    context.warn(
      `The document holds ${embedded.length} embedded files, but lies ${context.depth} levels deep itself; they were not unpacked.`,
    );
    return;
  }
  for (const entry of embedded) {
    const name = entry.name.replace(/^.*\//, '');
    if (entry.expandedBytes > context.limits.maxPartBytes)
      context.warn(`The embedded file “${name}” is too large to be taken out.`);
    else await context.addPart({ name, mediaType: '', disposition: 'attachment', bytes: await read(entry) });
  }
}

async function toHtml(parts: Parts): Promise<string> {
  // Stored, not deflated: what mammoth's own ZIP reader unpacks is exactly what was measured above.
  const safe = zipSync(Object.fromEntries(parts), { level: 0 });
  const bytes = new Uint8Array(safe).buffer;
  // Its Node build takes `buffer` and its browser build `arrayBuffer`; each ignores the other.
  const input = { arrayBuffer: bytes, buffer: safe } as unknown as { arrayBuffer: ArrayBuffer };
  const { value } = await mammoth.convertToHtml(input, {
    styleMap: STYLE_MAP,
    externalFileAccess: false,
    includeEmbeddedStyleMap: false,
  });
  return value;
}

/** Letterheads and page footers, each distinct text once. */
function marginText(parts: Parts): { header: string; footer: string } {
  const found = { header: new Set<string>(), footer: new Set<string>() };
  for (const [name, bytes] of parts) {
    const kind = MARGIN_PARTS.exec(name)?.[1];
    const text = kind === undefined ? '' : paragraphText(new TextDecoder().decode(bytes));
    if (text !== '') found[kind === 'header' ? 'header' : 'footer'].add(text);
  }
  return { header: [...found.header].join('\n'), footer: [...found.footer].join('\n') };
}

function paragraphText(xml: string): string {
  let text = '';
  let inText = false;
  const parser = new Parser(
    {
      onopentagname(name) {
        inText = name === 'w:t';
        if (name === 'w:tab') text += '\t';
        if (name === 'w:br') text += '\n';
      },
      ontext(data) {
        if (inText) text += data;
      },
      onclosetag(name) {
        inText = false;
        if (name === 'w:p') text += '\n';
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return text.replace(/\n{2,}/g, '\n').trim();
}

/** The text of each leaf element by its name; the first one counts. */
function xmlTexts(xml: string): Record<string, string> {
  const texts: Record<string, string> = {};
  let text = '';
  const parser = new Parser(
    {
      onopentagname() {
        text = '';
      },
      ontext(data) {
        text += data;
      },
      onclosetag(name) {
        if (text.trim() !== '') texts[name] ??= text.trim();
        text = '';
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return texts;
}

/** What Word would load on opening: templates, pictures, objects. Hyperlinks wait for a click. */
function remoteTargets(rels: string): string[] {
  return [...rels.matchAll(/<Relationship\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter(tag => /TargetMode="External"/.test(tag) && !/\/hyperlink"/.test(tag))
    .map(tag => /\bTarget="([^"]*)"/.exec(tag)?.[1] ?? '');
}

function textOf(parts: Parts, name: string): string {
  const bytes = parts.get(name);
  return bytes === undefined ? '' : new TextDecoder().decode(bytes);
}

function countTags(xml: string, name: string): number {
  return xml.split(new RegExp(`<${name}[\\s>]`)).length - 1;
}
