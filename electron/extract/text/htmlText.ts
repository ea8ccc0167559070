/**
 * HTML to reading text, as a stream: visible words in the order of the source, a line for each block, cells of a row
 * separated by tabs, pictures by their alternative text in brackets. Nothing is loaded and nothing is run.
 */
import { Parser } from 'htmlparser2';
import { type HtmlHead, openHtmlHead } from './htmlHead.ts';
import { openListMarks } from './listMarks.ts';

const DROPPED = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'object',
  'iframe',
  'head',
  'title',
  'canvas',
  'audio',
  'video',
  'select',
  'datalist',
]);
/** An empty line before and after. */
const PARAGRAPHS = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'pre',
  'ul',
  'ol',
  'dl',
  'table',
  'figure',
  'hr',
  'form',
  'fieldset',
]);
const LINES = new Set([
  'div',
  'li',
  'tr',
  'dt',
  'dd',
  'section',
  'article',
  'header',
  'footer',
  'nav',
  'aside',
  'main',
  'address',
  'caption',
  'figcaption',
  'thead',
  'tbody',
  'tfoot',
  'center',
  'body',
  'legend',
  'option',
  'details',
  'summary',
]);
const FLUSH_CHARS = 64 * 1024;

export interface HtmlTextEnd extends HtmlHead {
  /** Some words are hidden by the markup itself and were left out. */
  hidesText: boolean;
  /** Rows and cells that a workbook, saved as a page, hides. They are part of the text, as in other workbooks. */
  hiddenCells: number;
}

/** Looks on while a page is read, at markup that gives no words. */
export interface HtmlObserver {
  open?(name: string, attributes: Record<string, string>): void;
  text?(data: string): void;
  close?(name: string): void;
  comment?(data: string): void;
}

export interface HtmlTextReader {
  write(html: string): string;
  end(): { text: string; head: HtmlTextEnd };
}

export function openHtmlText(observers: readonly HtmlObserver[] = []): HtmlTextReader {
  const head = openHtmlHead();
  const lists = openListMarks();
  let out = '';
  let started = false;
  let breaks = 0;
  let space = false;
  let depth = 0;
  let droppedAt = Number.POSITIVE_INFINITY;
  let hiddenAt = Number.POSITIVE_INFINITY;
  let preformatted = 0;
  let cellsInRow = 0;
  let atCellStart = false;
  let hidesText = false;
  let isWorkbook = false;
  let hiddenCells = 0;
  let opensHidden = false;

  const silent = () => depth >= droppedAt || depth >= hiddenAt;
  const breakLine = (count: number) => {
    // A paragraph that opens a cell does not break its row.
    if (atCellStart) return;
    breaks = Math.max(breaks, count);
    space = false;
  };

  function put(text: string): void {
    if (text === '') return;
    atCellStart = false;
    if (breaks > 0 && started) out += '\n'.repeat(breaks);
    else if (space && started) out += ' ';
    breaks = 0;
    space = false;
    started = true;
    out += text;
  }

  function ontext(data: string): void {
    head.text(data);
    for (const observer of observers) observer.text?.(data);
    if (silent()) {
      if (depth >= hiddenAt && depth < droppedAt && data.trim() !== '') hidesText = true;
      return;
    }
    // Excel ends every table with an empty hidden row, which hides nothing.
    if (opensHidden && data.trim() !== '') {
      hiddenCells += 1;
      opensHidden = false;
    }
    if (preformatted > 0) {
      put(data);
      return;
    }
    // Non-breaking spaces are kept: they hold numbers and names together.
    const collapsed = data.replace(/[ \t\r\n\f]+/g, ' ');
    if (collapsed.startsWith(' ')) space = true;
    put(collapsed.trim() === '' && collapsed.trimEnd() === '' ? '' : collapsed.replace(/^ | $/g, ''));
    if (collapsed.endsWith(' ')) space = true;
  }

  function onopentag(name: string, attributes: Record<string, string>): void {
    depth += 1;
    head.open(name, attributes);
    for (const observer of observers) observer.open?.(name, attributes);
    if (name === 'meta' && /^progid$/i.test(attributes.name ?? ''))
      isWorkbook = /^excel\./i.test(attributes.content ?? '');
    if (silent()) return;
    const isHiddenCell = isWorkbook && /^(?:tr|td|th)$/.test(name) && isHidden(attributes);
    if (isHiddenCell) opensHidden = true;
    if (name === 'iframe' && attributes.srcdoc !== undefined) putFrame(attributes.srcdoc);
    if (DROPPED.has(name)) droppedAt = depth;
    else if (!isHiddenCell && isHidden(attributes)) hiddenAt = depth;
    else if (name === 'br') out += started ? lineBreak() : '';
    else if (name === 'img' || name === 'area') put(pictureText(attributes));
    else if (name === 'td' || name === 'th') {
      if (cellsInRow > 0) out += '\t';
      cellsInRow += 1;
      breaks = cellsInRow > 1 ? 0 : breaks;
      space = false;
      atCellStart = true;
    } else if (name === 'textarea' || name === 'pre') preformatted += 1;
    if (name === 'tr') cellsInRow = 0;
    if (PARAGRAPHS.has(name) && cellsInRow === 0) breakLine(2);
    else if (LINES.has(name) || PARAGRAPHS.has(name)) breakLine(1);
    if (name === 'hr' && attributes.class === 'page-break') out += '\f';
    lists.open(name, attributes, put);
    if (name === 'input' && !/^(hidden|password|submit|button|image|reset)$/i.test(attributes.type ?? ''))
      put(attributes.value ?? '');
  }

  /** A frame's document that is written into the page itself; frames inside it are not looked into. */
  function putFrame(html: string): void {
    const frame = openHtmlText();
    breakLine(2);
    put((frame.write(html.replace(/<iframe/gi, '<span')) + frame.end().text).trim());
    breakLine(2);
  }

  /** A line break in the source stands for itself, so that several make empty lines. */
  function lineBreak(): string {
    const made = breaks > 0 ? '' : '\n';
    if (breaks > 0) breaks += breaks > 1 ? 0 : 1;
    space = false;
    return made;
  }

  function onclosetag(name: string): void {
    head.close(name);
    for (const observer of observers) observer.close?.(name);
    if (name === 'tr') opensHidden = false;
    if (!silent()) {
      if (name === 'textarea' || name === 'pre') preformatted = Math.max(0, preformatted - 1);
      if (name === 'table' || name === 'tr') cellsInRow = 0;
      if (name === 'td' || name === 'th' || name === 'tr') atCellStart = false;
      if (PARAGRAPHS.has(name) && cellsInRow === 0) breakLine(2);
      else if (LINES.has(name)) breakLine(1);
      lists.close(name);
    }
    if (depth === droppedAt) droppedAt = Number.POSITIVE_INFINITY;
    if (depth === hiddenAt) hiddenAt = Number.POSITIVE_INFINITY;
    depth -= 1;
  }

  const oncomment = (data: string) => {
    for (const observer of observers) observer.comment?.(data);
  };
  const parser = new Parser({ ontext, onopentag, onclosetag, oncomment }, { decodeEntities: true });
  const take = () => {
    const text = out;
    out = '';
    return text;
  };
  return {
    write(html) {
      parser.write(html);
      return out.length > FLUSH_CHARS ? take() : '';
    },
    end() {
      parser.end();
      return { text: take(), head: { ...head.result(), hidesText, hiddenCells } };
    },
  };
}

function isHidden(attributes: Record<string, string>): boolean {
  return (
    'hidden' in attributes || /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.style ?? '')
  );
}

function pictureText({ alt = '' }: Record<string, string>): string {
  const text = alt.replace(/\s+/g, ' ').trim();
  return text === '' ? '' : `[${text}]`;
}
