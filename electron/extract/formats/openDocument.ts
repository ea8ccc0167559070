/** OpenDocument text, presentations, drawings, charts and formulas, zipped or flat; spreadsheets page by page of cells. */
import type { ExtractContext, Extractor, ExtractorResult } from '../extractor.ts';
import { splitPages } from '../text/splitPages.ts';
import { walkXml, type XmlAttributes } from '../text/xmlWalk.ts';
import { commentLines, openRemarkList } from './office/remarkList.ts';
import { tellRemoteFiles } from './office/relationships.ts';
import { type DocumentStyles, readDocumentStyles } from './openDocument/documentStyles.ts';
import { type DocumentTextContext, openDocumentText } from './openDocument/documentText.ts';
import { addEmbeddedObjects } from './openDocument/embeddedObjects.ts';
import { readMacros } from './openDocument/macros.ts';
import { type OpenDocumentFile, openOpenDocument, readOpenDocumentMeta } from './openDocument/openDocumentFile.ts';
import { readSpreadsheet } from './openDocument/spreadsheet.ts';
import { openSheetReport } from './sheet/sheetReport.ts';

export const extractOpenDocument: Extractor = async context => {
  const file = await openOpenDocument(context);
  const styles = readDocumentStyles([file.styles, file.content].filter(bytes => bytes !== undefined));
  const isSheet = context.detected.mediaType.includes('.spreadsheet');
  const read = isSheet ? await readSheets(file, styles, context) : await readText(file, styles, context);
  if (file.pack !== undefined) await addEmbeddedObjects(file.pack, file.types, context);
  const macros = await readMacros(file);
  if (macros.length > 0) context.warn('The document holds macros, which never run here; they stand in its metadata.');
  const { title, metadata, language } = readOpenDocumentMeta(file.meta);
  const code = /^([a-z]{2,3})(?:-|$)/i.exec(language)?.[1];
  return {
    engine: 'probatum-opendocument',
    engineVersion: '1',
    title,
    metadata: {
      ...metadata,
      ...read.metadata,
      protection: file.isProtected ? 'password' : undefined,
      scripts: macros.length > 0 ? macros.join(' · ') : undefined,
    },
    remarks: read.remarks,
    languages: code === undefined ? [] : [code.toLowerCase()],
  };
};

async function readSheets(
  { content, styles: stylesXml }: OpenDocumentFile,
  styles: DocumentStyles,
  context: ExtractContext,
): Promise<Pick<ExtractorResult, 'metadata' | 'remarks'>> {
  const report = openSheetReport(context);
  const { shapes, isWhole } = await readSpreadsheet(content, { styles, report, context });
  if (!isWhole) context.warn('The document ends in the middle; what follows is missing.');
  const unused = {
    styles,
    remarks: report.remarks,
    links: new Set<string>(),
    remote: new Set<string>(),
    hidden: { words: false },
  };
  const margins = readMargins(stylesXml, unused);
  const beside = [...shapes, margins.header, margins.footer].filter(text => text !== '' && !isUsualMargin(text));
  if (beside.length > 0) await context.addPage({ text: beside.join('\n\n') });
  return report.end();
}

/** Every new spreadsheet has these: the sheet's name or `???`, date and time, "Page 1 / 99". */
function isUsualMargin(text: string): boolean {
  return /^[\P{L}]*(?:Page[\P{L}]*)*$/u.test(text);
}

async function readText(
  { content, styles: stylesXml }: OpenDocumentFile,
  styles: DocumentStyles,
  context: ExtractContext,
): Promise<Pick<ExtractorResult, 'metadata' | 'remarks'>> {
  const remarks = openRemarkList(context.warn);
  const links = new Set<string>();
  const remote = new Set<string>();
  const hidden = { words: false };
  const shared = { styles, remarks, links, remote, hidden };
  const body = readBody(content, shared);
  if (!body.isWhole) context.warn('The document ends in the middle; what follows is missing.');
  const margins = readMargins(stylesXml, shared);
  const found = remarks.result();
  const comments = commentLines(found).join('\n');
  if (body.pages.length > 0) {
    for (const page of body.pages) await context.addPage(page);
    const rest = [margins.header, margins.footer, comments].filter(text => text !== '').join('\n\n');
    if (rest !== '') await context.addPage({ text: rest });
  } else {
    const whole = [margins.header, body.text, comments, margins.footer].filter(text => text.trim() !== '');
    for (const text of splitPages(whole.join('\n\n'))) await context.addPage({ text });
  }
  if (body.changes.insertions + body.changes.deletions > 0)
    context.warn(
      `The document holds tracked changes (${body.changes.insertions} insertions, ${body.changes.deletions} deletions); the text is as if all were accepted.`,
    );
  if (hidden.words)
    context.warn('The document holds hidden words, which are not shown; they are part of the text here.');
  if (body.hiddenPages.length > 0)
    context.warn(
      `The presentation hides slides (${body.hiddenPages.slice(0, 50).join(', ')}); they were read like the others.`,
    );
  tellRemoteFiles([...remote], context.warn);
  const commentCount = found.filter(remark => remark.kind === 'comment').length;
  return {
    remarks: found,
    metadata: {
      slides: body.pages.length > 0 ? String(body.pages.length) : undefined,
      trackedInsertions: body.changes.insertions > 0 ? String(body.changes.insertions) : undefined,
      trackedDeletions: body.changes.deletions > 0 ? String(body.changes.deletions) : undefined,
      comments: commentCount > 0 ? String(commentCount) : undefined,
      links: [...links].slice(0, 50).join(' ') || undefined,
    },
  };
}

interface Body {
  text: string;
  /** Of a presentation or a drawing. */
  pages: { label: string; text: string }[];
  hiddenPages: number[];
  changes: { insertions: number; deletions: number };
  isWhole: boolean;
}

function readBody(bytes: Uint8Array, shared: DocumentTextContext): Body {
  const reader = openDocumentText(shared);
  const pages: Body['pages'] = [];
  const hiddenPages: number[] = [];
  let inBody = 0;
  let page: XmlAttributes | null = null;
  let slide = '';
  const isWhole = walkXml(bytes, {
    open(name, attributes) {
      if (name === 'office:body' || name === 'math:math') inBody += 1;
      if (inBody === 0) return;
      if (name === 'draw:page') page = attributes;
      else if (name === 'presentation:notes') slide = reader.takeText();
      reader.events.open(name === 'math:math' ? 'text:p' : name, attributes);
    },
    text(data) {
      if (inBody > 0) reader.events.text(data);
    },
    close(name) {
      if (inBody === 0) return;
      reader.events.close(name === 'math:math' ? 'text:p' : name);
      if (name === 'presentation:notes') {
        const notes = reader.takeText().trim();
        slide = [slide, notes === '' ? '' : `[Notes] ${notes}`].filter(text => text.trim() !== '').join('\n\n');
      } else if (name === 'draw:page' && page !== null) {
        const isHidden = shared.styles.hidden.has(page['draw:style-name'] ?? '');
        if (isHidden) hiddenPages.push(pages.length + 1);
        const text = [isHidden ? '[Hidden slide]' : '', slide, reader.takeText()].filter(one => one.trim() !== '');
        pages.push({ label: page['draw:name'] ?? '', text: text.join('\n\n') });
        page = null;
        slide = '';
      } else if (name === 'office:body' || name === 'math:math') inBody -= 1;
    },
  });
  return { text: reader.takeText(), pages, hiddenPages, changes: reader.endChanges(), isWhole };
}

/** Headers and footers of the page styles, each distinct text once. */
function readMargins(bytes: Uint8Array | undefined, shared: DocumentTextContext): { header: string; footer: string } {
  const found = { header: new Set<string>(), footer: new Set<string>() };
  if (bytes === undefined) return { header: '', footer: '' };
  const reader = openDocumentText(shared);
  let depth = 0;
  walkXml(bytes, {
    open(name, attributes) {
      if (depth > 0) reader.events.open(name, attributes);
      if (/^style:(header|footer)(-left|-first)?$/.test(name)) depth += 1;
    },
    text(data) {
      if (depth > 0) reader.events.text(data);
    },
    close(name) {
      if (/^style:(header|footer)(-left|-first)?$/.test(name)) {
        depth -= 1;
        const text = reader.takeText().trim();
        if (text !== '') found[name.startsWith('style:header') ? 'header' : 'footer'].add(text);
      } else if (depth > 0) reader.events.close(name);
    },
  });
  return { header: [...found.header].join('\n'), footer: [...found.footer].join('\n') };
}
